namespace FunSearch.Proposers.Syntax.Templates;

/// <summary>Counts the elements of a sequence that meet a condition, and makes a number of the count.</summary>
internal sealed class ElementCount : ITemplate
{
    public string Name => "element count";

    public double Weight => 0.7;

    public Piece? Make(Materials materials)
    {
        if (materials.Random.PickOrNull(materials.Sequences) is not { } sequence)
        {
            return null;
        }

        var (count, index) = (materials.Fresh("count"), materials.Fresh("i"));
        var condition = Elements.Single(sequence, index, materials.Random);
        return new Piece(
            Materials.Statements($"int {count} = 0; for (int {index} = 0; {index} < {sequence}.Length; {index}++) {{ if ({condition}) {{ {count}++; }} }}"),
            Materials.Expression(Elements.ByCount(count, materials)));
    }
}
