using FunSearch.Proposers.Syntax;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Simplifying.Reductions;

/// <summary>Writes the value of a local where the local is named: worth it for one that is named once, or that is but another name.</summary>
internal sealed class InlineLocal : IReduction
{
    public IEnumerable<BlockSyntax> Of(Draft draft)
    {
        var assigned = Plain.Assigned(draft.Block).ToHashSet();
        return draft.Block.DescendantNodes().OfType<LocalDeclarationStatementSyntax>().Select(declaration => Inlined(draft, declaration, assigned)).OfType<BlockSyntax>();
    }

    private static BlockSyntax? Inlined(Draft draft, LocalDeclarationStatementSyntax declaration, HashSet<string> assigned)
    {
        if (declaration is not { Parent: BlockSyntax home, Declaration.Variables: [{ Initializer.Value: var value } variable] }
            || value is InitializerExpressionSyntax or AnonymousFunctionExpressionSyntax or RefExpressionSyntax
            || assigned.Contains(variable.Identifier.Text))
        {
            return null;
        }

        // The 1 of `double x = 1` is a fraction wherever x is one.
        var name = variable.Identifier.Text;
        var kind = draft.Typing.ShapeOf(name).Kind;
        var replacement = Trees.Enclosed(kind.IsNumber && Literals.Value(value) is { } number ? Literals.Of(number, kind) : value.Bare());
        var mentions = Trees.Mentions(home, name).ToList();
        return Trees.GrowsTooMuch(mentions, value) ? null : Trees.Without(draft.Block, declaration, mentions, _ => replacement);
    }
}
