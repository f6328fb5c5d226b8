using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax.Operators;

/// <summary>Exchanges an operator for one of its kind: + for −, × for ÷, one comparison for another, &amp;&amp; for ||, <c>Max</c> for <c>Min</c>.</summary>
internal sealed class ChangeOperator : IOperator
{
    private static readonly SyntaxKind[] Sums = [SyntaxKind.AddExpression, SyntaxKind.SubtractExpression, SyntaxKind.MultiplyExpression];

    private static readonly SyntaxKind[] Fractions = [.. Sums, SyntaxKind.DivideExpression];

    private static readonly SyntaxKind[] Comparisons =
    [
        SyntaxKind.LessThanExpression, SyntaxKind.LessThanOrEqualExpression,
        SyntaxKind.GreaterThanExpression, SyntaxKind.GreaterThanOrEqualExpression,
    ];

    private static readonly SyntaxKind[] Equalities = [SyntaxKind.EqualsExpression, SyntaxKind.NotEqualsExpression];

    private static readonly SyntaxKind[] Logic = [SyntaxKind.LogicalAndExpression, SyntaxKind.LogicalOrExpression];

    public string Name => "change operator";

    public double Weight => 1.5;

    public BlockSyntax? Apply(Edit edit)
    {
        var changes = edit.Parent.Expressions
            .SelectMany(place => Changes(place.Node, edit.Parent.Typing).Select(change => (place.Node, Change: change)))
            .ToList();
        if (changes.Count == 0)
        {
            return null;
        }

        var (node, change) = edit.Random.Pick(changes);
        return edit.Replace(node, change);
    }

    private static IEnumerable<ExpressionSyntax> Changes(ExpressionSyntax node, Typing typing) => node switch
    {
        BinaryExpressionSyntax binary => GroupOf(binary, typing)
            .Where(kind => kind != binary.Kind())
            .Select(kind => Code.Binary(kind, binary.Left, binary.Right)),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax } call when MathFunctions.Of(call) is { } function =>
            MathFunctions.Others(function.Name)
                .Select(other => Code.Math(other, call.ArgumentList.Arguments.Select(argument => argument.Expression))),
        _ => [],
    };

    // Whole numbers are not divided: the divisor may be 0.
    private static SyntaxKind[] GroupOf(BinaryExpressionSyntax binary, Typing typing)
    {
        var kind = typing.KindOf(binary.Left).With(typing.KindOf(binary.Right));
        if (!kind.IsNumber)
        {
            return Logic.Contains(binary.Kind()) ? Logic : [];
        }

        var arithmetic = kind.IsWhole || Literals.Value(binary.Right) == 0 ? Sums : Fractions;
        return new[] { arithmetic, Comparisons, Equalities }.FirstOrDefault(group => group.Contains(binary.Kind())) ?? [];
    }
}
