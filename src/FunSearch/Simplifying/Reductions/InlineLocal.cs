using FunSearch.Proposers.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
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

        var kind = draft.Typing.ShapeOf(variable.Identifier.Text).Kind;
        var replacement = Values.Enclosed(kind.IsNumber && Literals.Value(value) is { } number ? Literals.Of(number, kind) : value.Bare());
        var mentions = home.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.Text == variable.Identifier.Text && !IsMember(name));
        var inlined = draft.Block.ReplaceNodes(
            mentions.Append<SyntaxNode>(declaration), (node, _) => node == declaration ? SyntaxFactory.EmptyStatement() : replacement);
        return inlined.RemoveNodes(
            inlined.DescendantNodes().OfType<EmptyStatementSyntax>().Where(empty => empty.Parent is BlockSyntax), SyntaxRemoveOptions.KeepNoTrivia);
    }

    private static bool IsMember(IdentifierNameSyntax name) =>
        (name.Parent is MemberAccessExpressionSyntax access && access.Name == name) || name.Parent is MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax;
}
