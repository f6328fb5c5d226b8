using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax;

/// <summary>Shorter forms of <c>Abs</c>, <c>Max</c> and <c>Min</c>.</summary>
internal static class MathFolds
{
    public static ExpressionSyntax Fold(InvocationExpressionSyntax call, Kind kind) =>
        (MathFunctions.Of(call)?.Name, call.ArgumentList.Arguments) switch
        {
            ("Abs", [{ Expression: var argument }]) => Abs(call, argument, kind),
            ("Max", [{ Expression: var left }, { Expression: var right }]) => OfTwo(call, left, right, kind, Math.Max),
            ("Min", [{ Expression: var left }, { Expression: var right }]) => OfTwo(call, left, right, kind, Math.Min),
            _ => call,
        };

    private static ExpressionSyntax Abs(InvocationExpressionSyntax call, ExpressionSyntax argument, Kind kind) => argument switch
    {
        _ when Literals.Value(argument) is { } value => Literals.Of(Math.Abs(value), kind),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } minus => Code.Math("Abs", minus.Operand.Bare()),
        InvocationExpressionSyntax inner when MathFunctions.Of(inner)?.Name is "Abs" or "Sqrt" or "Exp" => inner,
        _ => call,
    };

    private static ExpressionSyntax OfTwo(
        InvocationExpressionSyntax call, ExpressionSyntax left, ExpressionSyntax right, Kind kind, Func<double, double, double> compute) =>
        (Literals.Value(left), Literals.Value(right)) switch
        {
            ({ } a, { } b) => Literals.Of(compute(a, b), kind),
            _ when SyntaxFactory.AreEquivalent(left, right) && Plain.IsPure(left) => left,
            _ => call,
        };
}
