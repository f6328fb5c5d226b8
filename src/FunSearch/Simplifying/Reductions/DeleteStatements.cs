using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Simplifying.Reductions;

/// <summary>Deletes runs of statements, from outer blocks to inner ones: whole blocks, halves, quarters, and in the end each statement.</summary>
internal sealed class DeleteStatements : IReduction
{
    public IEnumerable<BlockSyntax> Of(Draft draft) =>
        from list in Trees.StatementLists(draft.Block)
        from run in Runs(list.Count)
        select draft.Block.RemoveNodes(list.Skip(run.First).Take(run.Length), SyntaxRemoveOptions.KeepNoTrivia);

    private static IEnumerable<(int First, int Length)> Runs(int count)
    {
        for (var length = count; length > 0; length /= 2)
        {
            for (var first = 0; first + length <= count; first++)
            {
                yield return (first, length);
            }
        }
    }
}
