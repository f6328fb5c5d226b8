using FunSearch.Proposers.Syntax;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Simplifying.Reductions;

/// <summary>Writes the whole program as the embedded proposer would: constants folded, what can never run left out.</summary>
internal sealed class Fold : IReduction
{
    public IEnumerable<BlockSyntax> Of(Draft draft) => [Simplifier.Simplify(draft.Block, draft.Typing)];
}
