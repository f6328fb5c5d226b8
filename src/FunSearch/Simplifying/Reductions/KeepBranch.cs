using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Simplifying.Reductions;

/// <summary>Keeps of a statement that holds others only those: a branch of an <c>if</c>, the body of a loop, a section of a <c>switch</c>.</summary>
internal sealed class KeepBranch : IReduction
{
    public IEnumerable<BlockSyntax> Of(Draft draft) =>
        from statement in draft.Block.DescendantNodes().OfType<StatementSyntax>()
        from branch in Branches(statement)
        select Replace(draft.Block, statement, [.. branch]);

    private static IEnumerable<IEnumerable<StatementSyntax>> Branches(StatementSyntax statement) => statement switch
    {
        IfStatementSyntax { Else: { } otherwise } choice =>
        [
            Inside(choice.Statement), Inside(otherwise.Statement),
            // After a branch that returns, the other one needs no else.
            [choice.WithElse(null), .. Inside(otherwise.Statement)],
        ],
        IfStatementSyntax choice => [Inside(choice.Statement)],
        SwitchStatementSyntax choice => choice.Sections.Select(section => section.Statements.Where(inner => inner is not BreakStatementSyntax)),
        // One round of it: the first.
        ForStatementSyntax { Declaration.Variables: [{ Initializer.Value: var start } counter] } loop
            when Trees.Substitute(loop.Statement, counter.Identifier.Text, start) is { } first => [Inside(first)],
        ForStatementSyntax loop => [Inside(loop.Statement)],
        ForEachStatementSyntax loop => [Inside(loop.Statement)],
        WhileStatementSyntax loop => [Inside(loop.Statement)],
        DoStatementSyntax loop => [Inside(loop.Statement)],
        CheckedStatementSyntax arithmetic => [arithmetic.Block.Statements],
        BlockSyntax { Parent: BlockSyntax } block => [block.Statements],
        _ => [],
    };

    private static SyntaxList<StatementSyntax> Inside(StatementSyntax statement) =>
        statement is BlockSyntax block ? block.Statements : SyntaxFactory.SingletonList(statement);

    // `else if` has room for one statement, a block for any number.
    private static BlockSyntax Replace(BlockSyntax root, StatementSyntax statement, IReadOnlyList<StatementSyntax> branch) =>
        statement.Parent is BlockSyntax or SwitchSectionSyntax
            ? branch.Count == 0 ? root.RemoveNode(statement, SyntaxRemoveOptions.KeepNoTrivia)! : root.ReplaceNode(statement, branch)
            : root.ReplaceNode(statement, SyntaxFactory.Block(branch));
}
