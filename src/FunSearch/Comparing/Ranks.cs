namespace FunSearch.Comparing;

/// <summary>The numbers of two groups, ranked together: equal ones share the mean of their ranks. Ranks are doubled, so that they are whole.</summary>
/// <param name="One">Doubled ranks of the first group, in its order.</param>
/// <param name="Other">Of the second group.</param>
/// <param name="Ties">How many numbers share each rank.</param>
internal sealed record Ranks(IReadOnlyList<int> One, IReadOnlyList<int> Other, IReadOnlyList<int> Ties)
{
    public static Ranks Of(IReadOnlyList<double> one, IReadOnlyList<double> other)
    {
        var ties = one.Concat(other).CountBy(number => number).OrderBy(number => number.Key).ToList();
        var doubled = new Dictionary<double, int>();
        var below = 0;
        foreach (var (number, count) in ties)
        {
            doubled[number] = (2 * below) + count + 1;
            below += count;
        }

        return new Ranks([.. one.Select(number => doubled[number])], [.. other.Select(number => doubled[number])], [.. ties.Select(tie => tie.Value)]);
    }
}
