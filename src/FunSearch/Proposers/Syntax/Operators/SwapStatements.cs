using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax.Operators;

/// <summary>Exchanges two statements that stand one after the other, such as the steps of a ladder.</summary>
internal sealed class SwapStatements : IOperator
{
    public string Name => "swap statements";

    public double Weight => 0.4;

    public BlockSyntax? Apply(Edit edit)
    {
        var pairs = edit.Statements
            .Select(place => (place.Node, Next: Next(place.Node)))
            .Where(pair => pair.Next is not null && Stays(pair.Node) && Stays(pair.Next))
            .ToList();
        if (pairs.Count == 0)
        {
            return null;
        }

        var (first, second) = edit.Random.Pick(pairs);
        return edit.Parent.Block.ReplaceNodes([first, second!], (node, _) => node == first ? second! : first);
    }

    private static StatementSyntax? Next(StatementSyntax statement) =>
        statement.Parent is BlockSyntax block && block.Statements.IndexOf(statement) is var index && index + 1 < block.Statements.Count
            ? block.Statements[index + 1]
            : null;

    private static bool Stays(StatementSyntax statement) =>
        statement is IfStatementSyntax && Plain.DeclaresNothing(statement) && Plain.FallsThrough(statement) && !Plain.Assigned(statement).Any();
}
