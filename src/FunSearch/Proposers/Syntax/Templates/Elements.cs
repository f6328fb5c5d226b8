namespace FunSearch.Proposers.Syntax.Templates;

/// <summary>Conditions on the elements of a sequence of small whole numbers, and what may be made of a count.</summary>
internal static class Elements
{
    /// <summary>The largest element that conditions ask for: what is larger is no small number.</summary>
    private const int Largest = 4;

    /// <summary>The element at the place of a loop.</summary>
    public static string At(string sequence, string index) => $"{sequence}[{index}]";

    /// <summary>Another element, by the place of the loop: its mirror image, the same with the first left alone, or some places further on.</summary>
    public static string Partner(string sequence, string index, Random random) => random.Weighted(2, 3, 3) switch
    {
        0 => $"{sequence}[{sequence}.Length - 1 - {index}]",
        1 => $"{sequence}[({sequence}.Length - {index}) % {sequence}.Length]",
        _ => $"{sequence}[({index} + {random.Next(1, Largest + 1)}) % {sequence}.Length]",
    };

    public static int Small(Random random) => random.Weighted(4, 3, 3, 1, 0.5);

    /// <summary>What an element is asked for by itself.</summary>
    public static string Single(string sequence, string index, Random random) =>
        $"{At(sequence, index)} {(random.Happens(0.7) ? "==" : "!=")} {Small(random)}";

    /// <summary>What an element and its partner are asked for.</summary>
    public static string Pair(string sequence, string index, Random random)
    {
        var (one, other) = (At(sequence, index), Partner(sequence, index, random));
        var modulus = random.Next(2, Largest + 1);
        return random.Weighted(4, 2, 2, 1.5, 1.5) switch
        {
            0 => $"{one} == {other}",
            1 => $"{one} != {other}",
            2 => $"{one} == {other} && {Single(sequence, index, random)}",
            3 => $"({one} + {other}) % {modulus} == {random.Next(modulus)}",
            _ => $"{one} == {Small(random)} && {other} == {Small(random)}",
        };
    }

    /// <summary>A number by a count: a table of its values, so much for each, or by its remainder.</summary>
    public static string ByCount(string count, Materials materials)
    {
        var random = materials.Random;
        return random.Weighted(6, 2, 1.5, 1) switch
        {
            0 => Table(count, 2 + random.Weighted(1, 2, 3, 3, 2, 1), materials),
            1 => $"{Value(materials)} * {count}",
            2 when random.Next(2, Largest + 1) is var modulus => $"({count} % {modulus} == {random.Next(modulus)} ? {Value(materials)} : {Value(materials)})",
            _ when random.Next(1, 2 * Largest) is var middle => $"{Value(materials)} * ({count} - {middle}) * ({count} - {middle})",
            _ => count,
        };
    }

    /// <summary>A value for each of the first numbers, and one for all others.</summary>
    public static string Table(string number, int entries, Materials materials)
    {
        var first = materials.Random.Weighted(4, 1, 1);
        return $"({string.Concat(Enumerable.Range(first, entries - 1).Select(entry => $"{number} == {entry} ? {Value(materials)} : "))}{Value(materials)})";
    }

    public static string Value(Materials materials) => Materials.Text(materials.Value());
}
