using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax;

/// <summary>Shorter forms of arithmetic on numbers. What is dropped must be pure; what stays keeps its kind, which the caller sees to.</summary>
internal static class ArithmeticFolds
{
    // Long enough to keep a literal that a person wrote, short enough to hide binary fractions.
    private const int Digits = 6;

    /// <summary>The shorter form, or the operation as it is.</summary>
    /// <param name="kind">The kind of the result.</param>
    public static ExpressionSyntax Fold(SyntaxKind operation, ExpressionSyntax left, ExpressionSyntax right, Kind kind) =>
        (Literals.Value(left), Literals.Value(right)) switch
        {
            ({ } a, { } b) when Compute(operation, a, b, kind) is { } value => Literals.Of(value, kind),
            var (a, b) => operation switch
            {
                SyntaxKind.AddExpression => Add(left, right, a, b, kind),
                SyntaxKind.SubtractExpression => Subtract(left, right, a, b, kind),
                SyntaxKind.MultiplyExpression => Multiply(left, right, a, b, kind),
                SyntaxKind.DivideExpression => Divide(left, right, a, b, kind),
                _ => null,
            },
        } ?? Code.Binary(operation, left, right);

    public static ExpressionSyntax Negate(ExpressionSyntax operand, Kind kind) => operand switch
    {
        LiteralExpressionSyntax when Literals.Value(operand) == 0 => operand,
        _ when Code.Negated(operand) is { } inner => inner,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.SubtractExpression } difference =>
            Fold(SyntaxKind.SubtractExpression, difference.Right, difference.Left, kind),
        _ => Code.Negate(operand),
    };

    private static double? Compute(SyntaxKind operation, double a, double b, Kind kind)
    {
        var value = operation switch
        {
            SyntaxKind.AddExpression => a + b,
            SyntaxKind.SubtractExpression => a - b,
            SyntaxKind.MultiplyExpression => a * b,
            SyntaxKind.DivideExpression => a / b,
            SyntaxKind.ModuloExpression => a % b,
            _ => double.NaN,
        };
        if (!double.IsFinite(value) || (kind.IsWhole && Math.Abs(value) > Literals.LargestWhole))
        {
            return null;
        }

        return kind.IsWhole ? Math.Truncate(value) : Literals.Readable(value, Digits);
    }

    private static ExpressionSyntax? Add(
        ExpressionSyntax left, ExpressionSyntax right, double? a, double? b, Kind kind) => (left, right) switch
    {
        _ when a == 0 => right,
        _ when b == 0 => left,
        _ when b < 0 => Fold(SyntaxKind.SubtractExpression, left, Literals.Of(-b.Value, kind), kind),
        _ when Code.Negated(right) is { } inner => Fold(SyntaxKind.SubtractExpression, left, inner, kind),
        _ when Code.Negated(left) is { } inner && Plain.IsPure(right) => Fold(SyntaxKind.SubtractExpression, right, inner, kind),
        (_, BinaryExpressionSyntax sum) when IsSum(sum) =>
            Fold(sum.Kind(), Fold(SyntaxKind.AddExpression, left, sum.Left, kind), sum.Right, kind),
        (BinaryExpressionSyntax sum, _) when b is { } value => WithConstant(sum, value, kind),
        _ => null,
    };

    private static ExpressionSyntax? Subtract(
        ExpressionSyntax left, ExpressionSyntax right, double? a, double? b, Kind kind) => (left, right) switch
    {
        _ when a == 0 => Negate(right, kind),
        _ when b == 0 => left,
        _ when b < 0 => Fold(SyntaxKind.AddExpression, left, Literals.Of(-b.Value, kind), kind),
        _ when Code.Negated(right) is { } inner => Fold(SyntaxKind.AddExpression, left, inner, kind),
        (_, BinaryExpressionSyntax sum) when IsSum(sum) => Fold(
            sum.IsKind(SyntaxKind.AddExpression) ? SyntaxKind.SubtractExpression : SyntaxKind.AddExpression,
            Fold(SyntaxKind.SubtractExpression, left, sum.Left, kind),
            sum.Right,
            kind),
        (BinaryExpressionSyntax sum, _) when b is { } value => WithConstant(sum, -value, kind),
        _ when AreSame(left, right) => Literals.Of(0, kind),
        (BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum, _) when AreSame(sum.Right, right) => sum.Left,
        (BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum, _) when AreSame(sum.Left, right) => sum.Right,
        _ => null,
    };

    private static ExpressionSyntax? Multiply(
        ExpressionSyntax left, ExpressionSyntax right, double? a, double? b, Kind kind) => (left, right) switch
    {
        _ when a == 1 => right,
        _ when b == 1 => left,
        _ when a == -1 => Negate(right, kind),
        _ when b == -1 => Negate(left, kind),
        _ when (a == 0 && Plain.IsPure(right)) || (b == 0 && Plain.IsPure(left)) => Literals.Of(0, kind),
        (_, BinaryExpressionSyntax { RawKind: (int)SyntaxKind.MultiplyExpression } product) =>
            Fold(SyntaxKind.MultiplyExpression, Fold(SyntaxKind.MultiplyExpression, left, product.Left, kind), product.Right, kind),
        (BinaryExpressionSyntax { RawKind: (int)SyntaxKind.MultiplyExpression } product, _) when b is { } value => WithFactor(product, value, kind),
        _ => null,
    };

    private static ExpressionSyntax? Divide(
        ExpressionSyntax left, ExpressionSyntax right, double? a, double? b, Kind kind) => (left, right) switch
    {
        _ when b == 1 => left,
        _ when b == -1 => Negate(left, kind),
        _ when a == 0 && Plain.IsPure(right) && b != 0 => Literals.Of(0, kind),
        _ when AreSame(left, right) => Literals.Of(1, kind),
        (BinaryExpressionSyntax { RawKind: (int)SyntaxKind.DivideExpression } ratio, _)
            when b is { } value && !kind.IsWhole && Literals.Value(ratio.Right) is { } divisor
                && Compute(SyntaxKind.MultiplyExpression, divisor, value, kind) is { } both =>
            Code.Divide(ratio.Left, Literals.Of(both, kind)),
        _ => null,
    };

    // (x + 2) + 3, (2 - x) + 3: one literal is enough.
    private static ExpressionSyntax? WithConstant(BinaryExpressionSyntax sum, double value, Kind kind)
    {
        if (!IsSum(sum))
        {
            return null;
        }

        var sign = sum.IsKind(SyntaxKind.AddExpression) ? 1 : -1;
        if (Literals.Value(sum.Right) is { } right && Compute(SyntaxKind.AddExpression, sign * right, value, kind) is { } atRight)
        {
            return Fold(SyntaxKind.AddExpression, sum.Left, Literals.Of(atRight, kind), kind);
        }

        return Literals.Value(sum.Left) is { } left && Compute(SyntaxKind.AddExpression, left, value, kind) is { } atLeft
            ? Fold(sum.Kind(), Literals.Of(atLeft, kind), sum.Right, kind)
            : null;
    }

    private static ExpressionSyntax? WithFactor(BinaryExpressionSyntax product, double value, Kind kind)
    {
        if (Literals.Value(product.Right) is { } right && Compute(SyntaxKind.MultiplyExpression, right, value, kind) is { } atRight)
        {
            return Fold(SyntaxKind.MultiplyExpression, product.Left, Literals.Of(atRight, kind), kind);
        }

        return Literals.Value(product.Left) is { } left && Compute(SyntaxKind.MultiplyExpression, left, value, kind) is { } atLeft
            ? Fold(SyntaxKind.MultiplyExpression, Literals.Of(atLeft, kind), product.Right, kind)
            : null;
    }

    private static bool IsSum(BinaryExpressionSyntax binary) => binary.Kind() is SyntaxKind.AddExpression or SyntaxKind.SubtractExpression;

    private static bool AreSame(ExpressionSyntax left, ExpressionSyntax right) =>
        left.RawKind == right.RawKind && SyntaxFactory.AreEquivalent(left, right) && Plain.IsPure(left);
}
