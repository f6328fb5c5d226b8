using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace FunSearch.Proposers.Syntax;

/// <summary>Numbers as literals, and back.</summary>
internal static class Literals
{
    /// <summary>Whole numbers beyond this are not written: sums and products of them would overflow.</summary>
    public const double LargestWhole = 1e9;

    /// <summary>The value of a literal, also of one with a minus; null for anything else.</summary>
    public static double? Value(ExpressionSyntax expression) => expression.Bare() switch
    {
        LiteralExpressionSyntax literal => literal.Token.Value switch
        {
            int value => value,
            long value => value,
            float value => value,
            double value => value,
            _ => null,
        },
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression, Operand: LiteralExpressionSyntax operand } => -Value(operand),
        _ => null,
    };

    /// <summary>A literal that is of the kind by itself (<c>2.0</c>, not <c>2</c>, for a double); a negative one is a minus and a literal.</summary>
    public static ExpressionSyntax Of(double value, Kind kind)
    {
        var magnitude = Math.Abs(value);
        var token = kind switch
        {
            Kind.Int => Literal((int)Math.Min(magnitude, int.MaxValue)),
            Kind.Long => Literal(Text(Math.Truncate(magnitude)) + "L", (long)magnitude),
            Kind.Float => Literal(Text((float)magnitude) + "f", (float)magnitude),
            _ => Literal(WithPoint(Text(magnitude)), magnitude),
        };
        var literal = LiteralExpression(SyntaxKind.NumericLiteralExpression, token);
        return value < 0 && magnitude > 0 ? Code.Negate(literal) : literal;
    }

    /// <summary>Rounded so that a person would write it: to so many significant digits.</summary>
    public static double Readable(double value, int digits)
    {
        if (value == 0 || !double.IsFinite(value))
        {
            return 0;
        }

        return double.Parse(value.ToString("E" + (digits - 1), CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    /// <summary>How many significant digits it is written with: 12.3 has three, 100 has one, 0 has none.</summary>
    public static int DigitsOf(double value)
    {
        var mantissa = value.ToString("R", CultureInfo.InvariantCulture).Split('E')[0];
        return mantissa.TrimStart('-').Replace(".", "", StringComparison.Ordinal).Trim('0').Length;
    }

    private static string Text(double value) =>
        value is > 0 and (< 1e-5 or >= 1e15)
            ? value.ToString("R", CultureInfo.InvariantCulture)
            : value.ToString("0.####################", CultureInfo.InvariantCulture);

    private static string WithPoint(string text) => text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0";
}
