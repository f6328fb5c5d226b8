namespace FunSearch.Proposers.Syntax.Templates;

/// <summary>Counts the pairs of elements of a sequence that meet a condition, each place with its partner, and makes a number of the count.</summary>
internal sealed class PairCount : ITemplate
{
    public string Name => "pair count";

    public double Weight => 0.7;

    public Piece? Make(Materials materials)
    {
        var random = materials.Random;
        if (materials.Sequence() is not var (sequence, declaration))
        {
            return null;
        }

        var (count, index) = (materials.Fresh("pairs"), materials.Fresh("i"));
        var condition = Elements.Pair(sequence, index, random);
        var first = random.Weighted(3, 1);
        var end = random.Happens(0.3) ? $"{sequence}.Length / 2" : $"{sequence}.Length";
        return new Piece(
            Materials.Statements($"{declaration}int {count} = 0; for (int {index} = {first}; {index} < {end}; {index}++) {{ if ({condition}) {{ {count}++; }} }}"),
            Materials.Expression(Elements.ByCount(count, materials)));
    }
}
