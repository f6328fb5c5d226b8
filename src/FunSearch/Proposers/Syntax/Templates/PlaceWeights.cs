namespace FunSearch.Proposers.Syntax.Templates;

/// <summary>Adds a weight, by a table of places, wherever an element or a pair meets a condition.</summary>
internal sealed class PlaceWeights : ITemplate
{
    public string Name => "place weights";

    public double Weight => 0.6;

    public Piece? Make(Materials materials)
    {
        var random = materials.Random;
        if (materials.Sequence() is not var (sequence, declaration))
        {
            return null;
        }

        var (sum, index) = (materials.Fresh("bonus"), materials.Fresh("i"));
        var condition = random.Happens(0.35) ? Elements.Single(sequence, index, random) : Elements.Pair(sequence, index, random);
        var weight = Elements.Table(index, 2 + random.Weighted(2, 3, 3, 2), materials);
        var type = materials.Kind.IsWhole ? "int" : "double";
        return new Piece(
            Materials.Statements($"{declaration}{type} {sum} = {Elements.Value(materials)}; for (int {index} = 0; {index} < {sequence}.Length; {index}++) {{ if ({condition}) {{ {sum} += {weight}; }} }}"),
            Materials.Expression(sum));
    }
}
