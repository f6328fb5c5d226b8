using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax.Operators;

/// <summary>Drops a statement, or all of an <c>if</c> but one branch.</summary>
internal sealed class DeleteStatement : IOperator
{
    public string Name => "delete statement";

    public double Weight => 0.7;

    public BlockSyntax? Apply(Edit edit)
    {
        var places = edit.Statements.Where(place => place.CanDelete || IsChoice(place.Node)).ToList();
        if (edit.Random.PickOrNull(places) is not { } place)
        {
            return null;
        }

        return place.CanDelete
            ? edit.Parent.Block.RemoveNode(place.Node, SyntaxRemoveOptions.KeepNoTrivia)
            : edit.Replace(place.Node, OneBranch(edit, (IfStatementSyntax)place.Node));
    }

    private static bool IsChoice(StatementSyntax statement) => statement is IfStatementSyntax { Else: not null };

    private static StatementSyntax OneBranch(Edit edit, IfStatementSyntax choice) =>
        edit.Random.Happens(0.5) ? choice.Statement : choice.Else!.Statement;
}
