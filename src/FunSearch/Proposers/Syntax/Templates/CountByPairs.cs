namespace FunSearch.Proposers.Syntax.Templates;

/// <summary>Counts elements that meet a condition, and weighs pairs; a table of the count, and another one that says what the pairs are worth at each count.</summary>
internal sealed class CountByPairs : ITemplate
{
    private const int MostEntries = 9;

    public string Name => "count by pairs";

    public double Weight => 1.5;

    public Piece? Make(Materials materials)
    {
        var random = materials.Random;
        if (materials.Sequence() is not var (sequence, declaration))
        {
            return null;
        }

        var (count, bonus, index) = (materials.Fresh("count"), materials.Fresh("bonus"), materials.Fresh("i"));
        var single = Elements.Single(sequence, index, random);
        var pair = Elements.Pair(sequence, index, random);
        var weight = random.Happens(0.5) ? Elements.Value(materials) : Elements.Table(index, 2 + random.Weighted(2, 3, 3, 2), materials);
        var type = materials.Kind.IsWhole ? "int" : "double";
        var statements = $"{declaration}int {count} = 0; {type} {bonus} = {Materials.Text(Literals.Of(0, materials.Kind))}; for (int {index} = 0; {index} < {sequence}.Length; {index}++) "
            + $"{{ if ({single}) {{ {count}++; }} if ({pair}) {{ {bonus} += {weight}; }} }}";
        var entries = 3 + random.Next(MostEntries - 4);
        return new Piece(
            Materials.Statements(statements),
            Materials.Expression($"{Elements.Table(count, entries, materials)} + {Elements.Table(count, entries, materials)} * {bonus}"));
    }
}
