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

/// <summary>Several staircases as one, from where the last of them begins to where the last ends; one that has ended stays as it was.</summary>
/// <param name="Low">The lower quartile: below it and above <paramref name="High"/> lies a quarter of them each.</param>
internal sealed record Band(Staircase Low, Staircase Median, Staircase High)
{
    /// <param name="stairs">At least one.</param>
    public static Band Of(IReadOnlyList<Staircase> stairs)
    {
        var start = stairs.Max(each => each.Start);
        var end = Math.Max(start, stairs.Max(each => each.End));
        var places = stairs.SelectMany(each => each.Steps).Select(step => step.Place).Where(place => place > start).Append(start).Distinct().Order()
            .Select(place => (Place: place, Values: (IReadOnlyList<double>)[.. stairs.Select(each => each.At(place)).Order()])).ToList();
        return new Band(At(0.25), At(0.5), At(0.75));

        Staircase At(double share) => new([.. places.Select(each => (each.Place, Quantile(each.Values, share)))], end);
    }

    /// <summary>Between two numbers by their weights: Hyndman and Fan's seventh kind, the usual one.</summary>
    private static double Quantile(IReadOnlyList<double> ascending, double share)
    {
        var place = share * (ascending.Count - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, ascending.Count - 1);
        return ascending[below] + ((place - below) * (ascending[above] - ascending[below]));
    }
}
