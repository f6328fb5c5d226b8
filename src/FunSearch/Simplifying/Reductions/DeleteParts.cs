using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Simplifying.Reductions;

/// <summary>Deletes what a statement or an expression can do without: an <c>else</c>, a section of a <c>switch</c>, one variable of
/// several, an element of an array.</summary>
internal sealed class DeleteParts : IReduction
{
    public IEnumerable<BlockSyntax> Of(Draft draft) => draft.Block.DescendantNodes().Where(IsOptional)
        .Select(part => draft.Block.RemoveNode(part, SyntaxRemoveOptions.KeepNoTrivia)!);

    private static bool IsOptional(SyntaxNode node) => node switch
    {
        ElseClauseSyntax or SwitchSectionSyntax or SwitchExpressionArmSyntax or WhenClauseSyntax => true,
        CollectionElementSyntax or ExpressionSyntax { Parent: InitializerExpressionSyntax } => true,
        VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } => declaration.Variables.Count > 1,
        _ => false,
    };
}
