using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax;

/// <summary>Drops locals that nothing names any more.</summary>
internal static class UnusedLocals
{
    public static BlockSyntax Drop(BlockSyntax block)
    {
        while (Unused(block) is { Count: > 0 } unused)
        {
            block = block.RemoveNodes(unused, SyntaxRemoveOptions.KeepNoTrivia)!;
        }

        return block;
    }

    private static List<LocalDeclarationStatementSyntax> Unused(BlockSyntax block)
    {
        var declarations = block.DescendantNodes().OfType<LocalDeclarationStatementSyntax>().Where(IsDroppable).ToList();
        if (declarations.Count == 0)
        {
            return declarations;
        }

        var mentioned = block.DescendantNodes().OfType<IdentifierNameSyntax>().Select(name => name.Identifier.Text).ToHashSet();
        declarations.RemoveAll(declaration => mentioned.Contains(declaration.Declaration.Variables[0].Identifier.Text));
        return declarations;
    }

    private static bool IsDroppable(LocalDeclarationStatementSyntax declaration) =>
        declaration.Parent is BlockSyntax
        && declaration.Declaration.Variables is [{ Initializer: var initializer }]
        && (initializer is null || Plain.IsPure(initializer.Value));
}
