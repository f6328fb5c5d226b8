namespace FunSearch.Comparing;

/// <summary>A number that stays as it is until its next step: the best score of a search, over samples or over time.</summary>
/// <param name="Steps">At least one, by ascending place; the number from there on.</param>
/// <param name="End">The last place up to which it is known.</param>
internal sealed record Staircase(IReadOnlyList<(double Place, double Value)> Steps, double End)
{
    /// <summary>The first place at which there is a number.</summary>
    public double Start => Steps[0].Place;

    /// <param name="place">Not before <see cref="Start"/>.</param>
    public double At(double place)
    {
        var value = Steps[0].Value;
        foreach (var step in Steps.TakeWhile(step => step.Place <= place))
        {
            value = step.Value;
        }

        return value;
    }
}

/// <summary>Several staircases as one: their median and the band that holds them all, from where the last of them begins to where the last ends. One that
/// has ended stays as it was.</summary>
/// <param name="Median">Of an even number the mean of the two in the middle.</param>
internal sealed record Band(Staircase Least, Staircase Median, Staircase Most)
{
    /// <param name="stairs">At least one.</param>
    public static Band Of(IReadOnlyList<Staircase> stairs)
    {
        var start = stairs.Max(each => each.Start);
        var end = Math.Max(start, stairs.Max(each => each.End));
        var places = stairs.SelectMany(each => each.Steps).Select(step => step.Place).Where(place => place > start).Append(start).Distinct().Order().ToList();
        var least = new List<(double, double)>();
        var median = new List<(double, double)>();
        var most = new List<(double, double)>();
        foreach (var place in places)
        {
            var values = stairs.Select(each => each.At(place)).Order().ToList();
            least.Add((place, values[0]));
            median.Add((place, (values[(values.Count - 1) / 2] + values[values.Count / 2]) / 2));
            most.Add((place, values[^1]));
        }

        return new Band(new Staircase(least, end), new Staircase(median, end), new Staircase(most, end));
    }
}
