using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax;

/// <summary>A number of a body that may be another.</summary>
/// <param name="Node">The literal, with the minus before it.</param>
/// <param name="Kind">What may stand there.</param>
/// <param name="IsDivisor">It divides whole numbers: it is never 0.</param>
internal sealed record Tunable(ExpressionSyntax Node, Kind Kind, bool IsDivisor)
{
    /// <summary>Those that edits understand, and of what they leave closed the fractions: a whole number there may well count, or name a place.</summary>
    public static IReadOnlyList<Tunable> In(Reading reading)
    {
        var open = reading.Expressions
            .Where(place => place.Accepts.IsNumber && Literals.Value(place.Node) is not null && !IsLabel(place.Node))
            .Select(place => new Tunable(place.Node, place.Accepts, place.IsDivisor))
            .ToList();
        var known = open.Select(tunable => tunable.Literal.SpanStart).ToHashSet();
        var closed = reading.Block.DescendantNodes().OfType<LiteralExpressionSyntax>()
            .Where(literal => literal.Token.Value is double && !known.Contains(literal.SpanStart) && !IsFixed(literal))
            .Select(literal => new Tunable(literal, Kind.Double, IsDivisor: false));
        return [.. open, .. closed];
    }

    /// <summary>The literal itself.</summary>
    public LiteralExpressionSyntax Literal => Node.DescendantNodesAndSelf().OfType<LiteralExpressionSyntax>().First();

    public double Value => Literals.Value(Node) ?? 0;

    /// <summary>Another number in its place.</summary>
    public double Next(LiteralMaker numbers)
    {
        var next = numbers.Near(Value, Kind);
        return IsDivisor && next == 0 ? 1 : next;
    }

    // What a whole number is held against, or divided by with a remainder, tells cases apart: it is an edit's to change.
    private static bool IsLabel(ExpressionSyntax node) => node.Parent is BinaryExpressionSyntax
    {
        RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression or (int)SyntaxKind.ModuloExpression,
    };

    // What two arms of a switch may not have in common, or the compiler would refuse it.
    private static bool IsFixed(LiteralExpressionSyntax literal) => literal.Ancestors().Any(node => node is PatternSyntax or CaseSwitchLabelSyntax);
}
