using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax;

/// <summary>One edit: what an operator gets to work with.</summary>
/// <param name="Parent">The body that is edited.</param>
/// <param name="Donor">The body that pieces may come from: the other parent, or the same one when there is only one.</param>
internal sealed record Edit(Reading Parent, Reading Donor, ExpressionMaker Make, Random Random)
{
    /// <summary>Places for any expression of the accepted kind, which a divisor of whole numbers is not.</summary>
    public IReadOnlyList<ExpressionPlace> FreePlaces => [.. Parent.Expressions.Where(place => !place.IsDivisor)];

    public IReadOnlyList<ExpressionPlace> NumberPlaces => [.. FreePlaces.Where(place => place.Accepts.IsNumber)];

    /// <summary>Statements that stand in a block, so that others can be put before them.</summary>
    public IReadOnlyList<StatementPlace> Statements => Parent.Statements;

    /// <summary>The parent with one piece exchanged.</summary>
    public BlockSyntax Replace(SyntaxNode old, SyntaxNode replacement) => Parent.Block.ReplaceNode(old, replacement);

    /// <summary>The parent with a statement before another.</summary>
    public BlockSyntax InsertBefore(StatementPlace place, StatementSyntax statement) => Parent.Block.InsertNodesBefore(place.Node, [statement]);
}
