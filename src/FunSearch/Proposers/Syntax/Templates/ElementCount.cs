namespace FunSearch.Proposers.Syntax.Templates;

/// <summary>Counts the elements of a sequence that meet a condition, and makes a number of the count.</summary>
internal sealed class ElementCount : ITemplate
{
    public string Name => "element count";

    public double Weight => 0.7;

    public Piece? Make(Materials materials)
    {
        if (materials.Sequence() is not var (sequence, declaration))
        {
            return null;
        }

        var (count, index) = (materials.Fresh("count"), materials.Fresh("i"));
        var condition = Elements.Single(sequence, index, materials.Random);
        return new Piece(
            Materials.Statements($"{declaration}int {count} = 0; for (int {index} = 0; {index} < {sequence}.Length; {index}++) {{ if ({condition}) {{ {count}++; }} }}"),
            Materials.Expression(Elements.ByCount(count, materials)));
    }
}
