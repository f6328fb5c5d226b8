using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax;

/// <summary>Shorter forms of comparisons, conditions and choices.</summary>
internal static class LogicFolds
{
    /// <summary>A comparison's shorter form; both sides are numbers.</summary>
    public static ExpressionSyntax Compare(SyntaxKind comparison, ExpressionSyntax left, ExpressionSyntax right, Kind kind)
    {
        if ((Literals.Value(left), Literals.Value(right)) is ({ } a, { } b))
        {
            return Code.Bool(Holds(comparison, a.CompareTo(b)));
        }

        if (SyntaxFactory.AreEquivalent(left, right) && Plain.IsPure(left))
        {
            return Code.Bool(Holds(comparison, 0));
        }

        if (Literals.Value(left) is not null)
        {
            return Compare(Mirrored(comparison), right, left, kind);
        }

        return Literals.Value(right) is { } limit && left is BinaryExpressionSyntax sum
            ? CompareSum(comparison, sum, right, limit, kind)
            : Code.Binary(comparison, left, right);
    }

    public static ExpressionSyntax Not(ExpressionSyntax operand) => operand switch
    {
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => not.Operand.Bare(),
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression } => Code.Bool(false),
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.FalseLiteralExpression } => Code.Bool(true),
        BinaryExpressionSyntax binary when Opposite(binary.Kind()) is { } opposite => Code.Binary(opposite, binary.Left, binary.Right),
        _ => Code.Not(operand),
    };

    public static ExpressionSyntax Join(SyntaxKind operation, ExpressionSyntax left, ExpressionSyntax right)
    {
        // What decides `||` at once is what `&&` goes on with, and the other way round.
        var deciding = operation == SyntaxKind.LogicalAndExpression ? SyntaxKind.FalseLiteralExpression : SyntaxKind.TrueLiteralExpression;
        var neutral = operation == SyntaxKind.LogicalAndExpression ? SyntaxKind.TrueLiteralExpression : SyntaxKind.FalseLiteralExpression;
        return left switch
        {
            _ when left.IsKind(deciding) || right.IsKind(neutral) => left,
            _ when left.IsKind(neutral) => right,
            _ when right.IsKind(deciding) && Plain.IsPure(left) => right,
            _ when SyntaxFactory.AreEquivalent(left, right) && Plain.IsPure(left) => left,
            _ => Code.Binary(operation, left, right),
        };
    }

    public static ExpressionSyntax Choose(ExpressionSyntax condition, ExpressionSyntax whenTrue, ExpressionSyntax whenFalse) => condition switch
    {
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression } => whenTrue,
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.FalseLiteralExpression } => whenFalse,
        _ when SyntaxFactory.AreEquivalent(whenTrue, whenFalse) && Plain.IsPure(condition) => whenTrue,
        _ when whenTrue.IsKind(SyntaxKind.TrueLiteralExpression) && whenFalse.IsKind(SyntaxKind.FalseLiteralExpression) => condition,
        _ when whenTrue.IsKind(SyntaxKind.FalseLiteralExpression) && whenFalse.IsKind(SyntaxKind.TrueLiteralExpression) => Not(condition),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => Code.Choose(not.Operand.Bare(), whenFalse, whenTrue),
        _ => Code.Choose(condition, whenTrue, whenFalse),
    };

    /// <summary>The comparison that holds when this one does not; null when it is none.</summary>
    public static SyntaxKind? Opposite(SyntaxKind comparison) => comparison switch
    {
        SyntaxKind.LessThanExpression => SyntaxKind.GreaterThanOrEqualExpression,
        SyntaxKind.LessThanOrEqualExpression => SyntaxKind.GreaterThanExpression,
        SyntaxKind.GreaterThanExpression => SyntaxKind.LessThanOrEqualExpression,
        SyntaxKind.GreaterThanOrEqualExpression => SyntaxKind.LessThanExpression,
        SyntaxKind.EqualsExpression => SyntaxKind.NotEqualsExpression,
        SyntaxKind.NotEqualsExpression => SyntaxKind.EqualsExpression,
        _ => null,
    };

    // x - 3 < 5 says x < 8, and 3 - x < 5 says x > -2.
    private static ExpressionSyntax CompareSum(SyntaxKind comparison, BinaryExpressionSyntax sum, ExpressionSyntax right, double limit, Kind kind)
    {
        var isDifference = sum.IsKind(SyntaxKind.SubtractExpression);
        if (!isDifference && !sum.IsKind(SyntaxKind.AddExpression))
        {
            return Code.Binary(comparison, sum, right);
        }

        ExpressionSyntax Sum(double one, double other) =>
            ArithmeticFolds.Fold(SyntaxKind.AddExpression, Literals.Of(one, kind), Literals.Of(other, kind), kind);

        return (Literals.Value(sum.Left), Literals.Value(sum.Right)) switch
        {
            (null, { } value) => Compare(comparison, sum.Left, Sum(limit, isDifference ? value : -value), kind),
            ({ } value, null) when isDifference => Compare(Mirrored(comparison), sum.Right, Sum(value, -limit), kind),
            _ when limit == 0 && isDifference => Code.Binary(comparison, sum.Left, sum.Right),
            _ => Code.Binary(comparison, sum, right),
        };
    }

    private static SyntaxKind Mirrored(SyntaxKind comparison) => comparison switch
    {
        SyntaxKind.LessThanExpression => SyntaxKind.GreaterThanExpression,
        SyntaxKind.LessThanOrEqualExpression => SyntaxKind.GreaterThanOrEqualExpression,
        SyntaxKind.GreaterThanExpression => SyntaxKind.LessThanExpression,
        SyntaxKind.GreaterThanOrEqualExpression => SyntaxKind.LessThanOrEqualExpression,
        _ => comparison,
    };

    private static bool Holds(SyntaxKind comparison, int order) => comparison switch
    {
        SyntaxKind.LessThanExpression => order < 0,
        SyntaxKind.LessThanOrEqualExpression => order <= 0,
        SyntaxKind.GreaterThanExpression => order > 0,
        SyntaxKind.GreaterThanOrEqualExpression => order >= 0,
        SyntaxKind.EqualsExpression => order == 0,
        _ => order != 0,
    };
}
