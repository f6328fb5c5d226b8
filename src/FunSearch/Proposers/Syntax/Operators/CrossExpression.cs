using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax.Operators;

/// <summary>Brings an expression of the other parent, or of another place, to a place of the same kind.</summary>
internal sealed class CrossExpression : IOperator
{
    public string Name => "cross expression";

    public double Weight => 1.5;

    public BlockSyntax? Apply(Edit edit)
    {
        if (edit.Random.PickOrNull(edit.FreePlaces) is not { } place)
        {
            return null;
        }

        var pieces = edit.Donor.Expressions
            .Where(piece => place.Takes(edit.Donor.Typing.KindOf(piece.Node)) && Plain.IsPure(piece.Node))
            .Where(piece => !SyntaxFactory.AreEquivalent(piece.Node, place.Node))
            .ToList();
        return edit.Random.PickOrNull(pieces) is { } piece
            && Names.Repair(piece.Node, edit.Donor, place.Scope, edit.Parent, edit.Random) is { } repaired
            ? edit.Replace(place.Node, repaired)
            : null;
    }
}
