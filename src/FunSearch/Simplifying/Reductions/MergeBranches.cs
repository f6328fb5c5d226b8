using FunSearch.Proposers.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Simplifying.Reductions;

/// <summary>Makes one branch of two that are alike: <c>a ? x : b ? x : y</c> is <c>a || b ? x : y</c>.</summary>
internal sealed class MergeBranches : IReduction
{
    public IEnumerable<BlockSyntax> Of(Draft draft)
    {
        foreach (var node in draft.Block.DescendantNodes())
        {
            switch (node)
            {
                case ConditionalExpressionSyntax choice when Merged(choice) is { } merged:
                    yield return draft.Block.ReplaceNode(choice, Trees.Enclosed(merged));
                    break;
                case IfStatementSyntax { Else.Statement: IfStatementSyntax second } first when AreSame(first.Statement, second.Statement):
                    yield return draft.Block.ReplaceNode(first, second.WithCondition(Either(first.Condition, second.Condition)));
                    break;
                case IfStatementSyntax { Else: null, Parent: BlockSyntax home } first when NextOf(first, home) is { } second:
                    yield return Trees.Without(draft.Block, first, [second], _ => second.WithCondition(Either(first.Condition, second.Condition)));
                    break;
                default:
                    break;
            }
        }
    }

    private static ExpressionSyntax? Merged(ConditionalExpressionSyntax choice) => (choice.WhenTrue.Bare(), choice.WhenFalse.Bare()) switch
    {
        (var same, ConditionalExpressionSyntax inner) when AreSame(same, inner.WhenTrue.Bare()) =>
            Code.Choose(Either(choice.Condition, inner.Condition), same, inner.WhenFalse),
        (ConditionalExpressionSyntax inner, var same) when AreSame(same, inner.WhenFalse.Bare()) =>
            Code.Choose(Join(SyntaxKind.LogicalAndExpression, choice.Condition, inner.Condition), inner.WhenTrue, same),
        _ => null,
    };

    // `if (a) { return x; } if (b) { return x; }`: the first is left by its branch, or both would run.
    private static IfStatementSyntax? NextOf(IfStatementSyntax first, BlockSyntax home) =>
        home.Statements.IndexOf(first) is var index && index + 1 < home.Statements.Count && home.Statements[index + 1] is IfStatementSyntax second
        && AreSame(first.Statement, second.Statement) && !Plain.FallsThrough(first.Statement)
            ? second
            : null;

    private static ExpressionSyntax Either(ExpressionSyntax one, ExpressionSyntax other) => Join(SyntaxKind.LogicalOrExpression, one, other);

    private static ExpressionSyntax Join(SyntaxKind operation, ExpressionSyntax one, ExpressionSyntax other) =>
        Code.Binary(operation, Trees.Enclosed(one.Bare()), Trees.Enclosed(other.Bare()));

    private static bool AreSame(SyntaxNode one, SyntaxNode other) => SyntaxFactory.AreEquivalent(one, other);
}
