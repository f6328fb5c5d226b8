using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax;

/// <summary>
/// Makes small random expressions of a kind from what is in scope. It leans on differences, ratios and sums of two scalars, and on
/// conditions that hold such a term against a number: on their own, scalars seldom decide anything.
/// </summary>
internal sealed class ExpressionMaker(LiteralMaker numbers, Random random)
{
    private static readonly SyntaxKind[] Comparisons =
    [
        SyntaxKind.LessThanExpression, SyntaxKind.LessThanOrEqualExpression,
        SyntaxKind.GreaterThanExpression, SyntaxKind.GreaterThanOrEqualExpression,
    ];

    private static readonly double[] Exponents = [0.5, 1.5, 2, 3];

    public LiteralMaker Numbers { get; } = numbers;

    /// <summary>An expression that is of the kind by itself; the kind must be writable.</summary>
    public ExpressionSyntax Make(Kind kind, Scope scope) => kind == Kind.Bool ? Condition(scope) : Number(kind, scope);

    /// <summary>A number; deeper ones are rarer.</summary>
    public ExpressionSyntax Number(Kind kind, Scope scope) => random.Weighted(4, 2, 2, 1, 1) switch
    {
        0 => Term(kind, scope),
        1 => Numbers.Draw(kind),
        2 => Code.Multiply(Numbers.Positive(kind), Term(kind, scope)),
        3 => Wrapped(Term(kind, scope), kind),
        _ => Code.Choose(Condition(scope), Simple(kind, scope), Simple(kind, scope)),
    };

    /// <summary>What can be weighed or compared: a scalar, or a difference, ratio or sum of two.</summary>
    public ExpressionSyntax Term(Kind kind, Scope scope)
    {
        var own = scope.Terminals.Where(terminal => terminal.Kind == kind).ToList();
        if (own.Count == 0)
        {
            return FromOther(kind, scope);
        }

        var one = random.Pick(own).Expression;
        var others = scope.Of(kind).Where(terminal => terminal.Kind != Kind.Bool && terminal.Expression != one).ToList();
        if (others.Count == 0)
        {
            return one;
        }

        var other = random.Pick(others).Expression;
        return random.Weighted(3, 5, kind.IsWhole ? 0 : 1.5, 1, 0.5) switch
        {
            0 => one,
            1 => random.Happens(0.5) ? Code.Subtract(one, other) : Code.Subtract(other, one),
            2 => Code.Divide(one, other),
            3 => Code.Add(one, other),
            _ => Code.Multiply(one, other),
        };
    }

    /// <summary>A condition: mostly a term against a number, sometimes a term within a band.</summary>
    public ExpressionSyntax Condition(Scope scope)
    {
        var kinds = scope.Terminals.Select(terminal => terminal.Kind).Where(kind => kind.IsNumber).ToList();
        var flags = scope.Of(Kind.Bool);
        if (flags.Count > 0 && (kinds.Count == 0 || random.Happens(0.3)))
        {
            var flag = random.Pick(flags).Expression;
            return random.Happens(0.5) ? flag : Code.Not(flag);
        }

        if (kinds.Count == 0)
        {
            return Code.Bool(random.Happens(0.5));
        }

        var kind = (Kind)Math.Max((int)Kind.Int, (int)random.Pick(kinds));
        var term = Term(kind, scope);
        return random.Weighted(6, 2.5, 1) switch
        {
            0 => Code.Binary(random.Pick(Comparisons), term, Limit(term, kind)),
            1 => Band(term, kind),
            _ => Code.Binary(random.Pick(Comparisons), term, Term(kind, scope)),
        };
    }

    /// <summary>The number within a function; the same kind comes out.</summary>
    public ExpressionSyntax Wrapped(ExpressionSyntax number, Kind kind) => random.Weighted(2, 1.5, 1.5, kind == Kind.Double ? 5 : 0) switch
    {
        0 => Code.Math("Abs", number),
        1 => Code.Math("Max", number, Numbers.Draw(kind)),
        2 => Code.Math("Min", number, Numbers.Draw(kind)),
        _ => Curved(number),
    };

    /// <summary>What a term is held against: a ratio against something near 1.</summary>
    public ExpressionSyntax Limit(ExpressionSyntax term, Kind kind) => term.IsKind(SyntaxKind.DivideExpression)
        ? Literals.Of(Literals.Readable(random.LogUniform(0.03, 3), 2), kind)
        : Numbers.Limit(kind);

    // Roots and logarithms are given what they are defined for.
    private ExpressionSyntax Curved(ExpressionSyntax number) => random.Weighted(3, 2, 2, 1) switch
    {
        0 => Power(number, random.Pick(Exponents)),
        1 => Code.Math("Sqrt", Code.Math("Abs", number)),
        2 => Code.Math("Log", Code.Add(Literals.Of(1, Kind.Double), Code.Math("Abs", number))),
        _ => Code.Math("Exp", Code.Negate(Code.Math("Abs", number))),
    };

    private static ExpressionSyntax Power(ExpressionSyntax number, double exponent) => exponent == Math.Truncate(exponent)
        ? Code.Math("Pow", number, Literals.Of(exponent, Kind.Double))
        : Code.Math("Pow", Code.Math("Abs", number), Literals.Of(exponent, Kind.Double));

    // A kind that no variable has is made of the kinds that convert to it.
    private ExpressionSyntax FromOther(Kind kind, Scope scope)
    {
        var numbers = scope.Terminals.Where(terminal => terminal.Kind.IsNumber && terminal.Kind.ConvertsTo(kind)).ToList();
        return numbers.Count == 0 ? Numbers.Draw(kind) : Code.Multiply(Numbers.Positive(kind), random.Pick(numbers).Expression);
    }

    private ExpressionSyntax Simple(Kind kind, Scope scope) => random.Happens(0.5) ? Numbers.Draw(kind) : Term(kind, scope);

    private ExpressionSyntax Band(ExpressionSyntax term, Kind kind)
    {
        var isStrict = random.Happens(0.5);
        var (one, other) = (Limit(term, kind), Limit(term, kind));
        var (low, high) = Literals.Value(one) <= Literals.Value(other) ? (one, other) : (other, one);
        return Code.Binary(
            SyntaxKind.LogicalAndExpression,
            Code.Binary(isStrict ? SyntaxKind.GreaterThanExpression : SyntaxKind.GreaterThanOrEqualExpression, term, low),
            Code.Binary(isStrict ? SyntaxKind.LessThanExpression : SyntaxKind.LessThanOrEqualExpression, term, high));
    }
}
