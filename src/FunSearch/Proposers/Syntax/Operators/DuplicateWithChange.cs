using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax.Operators;

/// <summary>Repeats a statement with its numbers changed, just before itself: so that a first branch becomes a ladder of them.</summary>
internal sealed class DuplicateWithChange : IOperator
{
    public string Name => "duplicate with change";

    public double Weight => 1;

    public BlockSyntax? Apply(Edit edit)
    {
        var places = edit.Statements.Where(place => place.CanCopy && LiteralsIn(place, edit).Count > 0).ToList();
        if (edit.Random.PickOrNull(places) is not { } place)
        {
            return null;
        }

        var literals = LiteralsIn(place, edit);
        var chosen = literals.Where(_ => edit.Random.Happens(0.6)).DefaultIfEmpty(literals[0]).ToDictionary(literal => (SyntaxNode)literal.Node);
        var copy = place.Node.ReplaceNodes(chosen.Keys, (node, _) => Changed(chosen[node], edit));
        return edit.InsertBefore(place, copy);
    }

    private static List<ExpressionPlace> LiteralsIn(StatementPlace place, Edit edit) =>
        [.. edit.NumberPlaces.Where(literal => Literals.Value(literal.Node) is not null && place.Node.Span.Contains(literal.Node.Span))];

    private static ExpressionSyntax Changed(ExpressionPlace literal, Edit edit) =>
        Literals.Of(edit.Make.Numbers.Near(Literals.Value(literal.Node) ?? 0, literal.Accepts), literal.Accepts);
}
