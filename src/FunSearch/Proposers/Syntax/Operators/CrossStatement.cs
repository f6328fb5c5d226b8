using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax.Operators;

/// <summary>Brings a whole statement of the other parent to a place where its names mean something.</summary>
internal sealed class CrossStatement : IOperator
{
    public string Name => "cross statement";

    public double Weight => 1.5;

    public BlockSyntax? Apply(Edit edit)
    {
        var pieces = edit.Donor.Statements.Where(piece => piece.CanCopy).ToList();
        return edit.Random.PickOrNull(pieces) is { } piece
            && edit.Random.PickOrNull(edit.Statements) is { } place
            && Names.Repair(piece.Node, edit.Donor, place.Scope, edit.Parent, edit.Random) is { } repaired
            ? edit.InsertBefore(place, repaired)
            : null;
    }
}
