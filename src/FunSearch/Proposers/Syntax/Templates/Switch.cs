namespace FunSearch.Proposers.Syntax.Templates;

/// <summary>One value where a boolean holds, another one where it does not; of two booleans one for each case.</summary>
internal sealed class Switch : ITemplate
{
    public string Name => "switch";

    public double Weight => 0.6;

    public Piece? Make(Materials materials)
    {
        if (materials.Flags is not { Count: > 0 } flags)
        {
            return null;
        }

        var (one, other) = (materials.Random.Pick(flags).Expression, materials.Random.Pick(flags).Expression);
        return new Piece(one == other
            ? Code.Choose(one, materials.Value(), materials.Value())
            : Code.Choose(one, Code.Choose(other, materials.Value(), materials.Value()), Code.Choose(other, materials.Value(), materials.Value())));
    }
}
