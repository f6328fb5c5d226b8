namespace FunSearch.Proposers.Syntax.Templates;

/// <summary>The elements of a sequence, weighted by their places, summed modulo a small number; a table of the remainder, or its distance to a number.</summary>
internal sealed class ModularSum : ITemplate
{
    public string Name => "modular sum";

    public double Weight => 0.5;

    public Piece? Make(Materials materials)
    {
        var random = materials.Random;
        if (materials.Sequence() is not var (sequence, declaration))
        {
            return null;
        }

        var (sum, index, modulus) = (materials.Fresh("sum"), materials.Fresh("i"), random.Next(2, 6));
        var weight = random.Weighted(2, 2, 2) switch
        {
            0 => "",
            1 => $"({index} + {random.Next(3)}) * ",
            _ => $"({index} % {random.Next(2, 5)} == {random.Next(2)} ? {random.Next(1, 4)} : {random.Next(1, 4)}) * ",
        };
        var remainder = $"{sum} % {modulus}";
        var offset = random.Next(modulus);
        return new Piece(
            Materials.Statements($"{declaration}int {sum} = 0; for (int {index} = 0; {index} < {sequence}.Length; {index}++) {{ {sum} += {weight}{Elements.At(sequence, index)}; }}"),
            Materials.Expression(random.Happens(0.7)
                ? Elements.Table(remainder, Math.Min(modulus, 2 + random.Next(3)), materials)
                : $"{Elements.Value(materials)} * ({remainder} - {offset}) * ({remainder} - {offset})"));
    }
}
