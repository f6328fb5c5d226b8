using FunSearch.Proposers.Syntax.Templates;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax;

/// <summary>Where a piece that may need statements of its own can be joined to a number, and how.</summary>
internal static class Attachment
{
    /// <summary>A number in a statement that is outside of all loops, and the statement: what a piece computes stands just before it.</summary>
    /// <param name="chanceOfResult">That it is all of what a <c>return</c> gives.</param>
    public static (ExpressionPlace Place, StatementPlace Statement)? Choose(Edit edit, double chanceOfResult)
    {
        var statements = edit.Statements.Where(place => !IsInLoop(place.Node)).ToList();
        var returns = statements.Where(place => place.Node is ReturnStatementSyntax).ToList();
        var onlyResults = edit.Random.Happens(chanceOfResult);
        var chosen = onlyResults && returns.Count > 0
            ? returns[edit.Random.Happens(0.7) ? ^1 : edit.Random.Next(returns.Count)]
            : edit.Random.PickOrNull(statements.Where(place => place.Node is ReturnStatementSyntax or LocalDeclarationStatementSyntax or ExpressionStatementSyntax).ToList());
        if (chosen is null)
        {
            return null;
        }

        var numbers = edit.NumberPlaces.Where(place => chosen.Node.Span.Contains(place.Node.Span) && place.Accepts is Kind.Int or Kind.Double).ToList();
        var place = onlyResults ? numbers.FirstOrDefault() : edit.Random.PickOrNull(numbers);
        return place is null ? null : (place, chosen);
    }

    /// <summary>The parent with the piece joined to the number.</summary>
    public static BlockSyntax Attach(Edit edit, ExpressionPlace place, StatementPlace statement, Piece piece)
    {
        var joined = edit.Random.Weighted(5, 1.5, 2, 1, 0.7) switch
        {
            0 => Code.Add(place.Node, piece.Value),
            1 => Code.Subtract(place.Node, piece.Value),
            2 => Code.Multiply(place.Node, piece.Value),
            3 => Code.Add(place.Node, Code.Multiply(edit.Make.Numbers.Positive(place.Accepts), piece.Value)),
            _ => piece.Value,
        };
        var changed = statement.Node.ReplaceNode(place.Node, joined);
        return edit.Parent.Block.ReplaceNode(statement.Node, [.. piece.Statements, changed]);
    }

    private static bool IsInLoop(SyntaxNode node) =>
        node.Ancestors().Any(ancestor => ancestor is ForStatementSyntax or ForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax);
}
