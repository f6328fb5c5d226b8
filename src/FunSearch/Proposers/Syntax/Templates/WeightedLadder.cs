namespace FunSearch.Proposers.Syntax.Templates;

/// <summary>A scalar that counts differently from step to step of a term.</summary>
internal sealed class WeightedLadder : ITemplate
{
    public string Name => "weighted ladder";

    public double Weight => 0.7;

    public Piece? Make(Materials materials) => Ladder.Of(materials) is { } ladder && materials.Scalar() is { } scalar ? new Piece(Code.Multiply(ladder, scalar)) : null;
}
