using FunSearch.Runs;
using FunSearch.Specifications;

namespace FunSearch.App.Views;

/// <summary>Programs beside each other and beside what others have published, as grids: one of scores, one for each figure.</summary>
/// <param name="Contenders">The first is the one that the board is about.</param>
/// <param name="Known">Published figures; those of groups that are not on the board are left out.</param>
internal sealed record Scoreboard(Measures Measures, IReadOnlyList<Contender> Contenders, IReadOnlyList<KnownFigure> Known)
{
    /// <summary>Mean scores in the user's own sign, by split and by group.</summary>
    public Grid Scores()
    {
        var columns = Splits.SelectMany(ScoreColumns).ToList();
        var rows = Contenders.Select((contender, index) =>
            new GridRow(contender.Name, [.. columns.Select(column => Score(contender, column.Split, column.Group))], index == 0));
        var known = KnownRows(figure: null, [.. columns.Select(column => column.Group ?? Words.Of(column.Split))]);
        return new Grid(
            $"mean score, {(Measures.Minimise ? "lower" : "higher")} is better",
            [.. columns.Select(column => column.Group ?? Words.Of(column.Split))],
            [.. rows, .. known]);
    }

    /// <summary>One grid for each figure that the problem has, by group.</summary>
    public IEnumerable<Grid> Figures() => Measures.Figures.Select(Figure).Where(grid => grid.HasNumbers);

    /// <summary>Where the published figures on the board come from, a line each.</summary>
    public IEnumerable<string> Sources() =>
        Known.Where(known => known.Source is not null && IsOnBoard(known))
            .GroupBy(known => known.Source!)
            .Select(source => $"{string.Join(", ", source.Select(known => known.Who).Distinct())}: {source.Key}");

    /// <summary>Which contender failed where, a sentence each.</summary>
    public IEnumerable<string> Failures() =>
        from contender in Contenders
        from split in contender.Splits
        where split.Value.Outcome is Programs.Outcome.Failed
        let failed = (Programs.Outcome.Failed)split.Value.Outcome
        select $"{contender.Name} did not score on {Words.Of(split.Key)}: {Words.Of(failed.Kind)}. {failed.Detail}";

    private List<Split> Splits => [.. Contenders.SelectMany(contender => contender.Splits.Keys).Distinct().Order()];

    private Grid Figure(string figure)
    {
        var groups = Splits.SelectMany(split => GroupsOf(split)).Distinct().ToList();
        var rows = Contenders.Select((contender, index) => new GridRow(contender.Name, [.. groups.Select(group => FigureOf(contender, figure, group))], index == 0));
        return new Grid(Words.OfFigure(figure), groups, [.. rows, .. KnownRows(figure, groups)]);
    }

    private double? Score(Contender contender, Split split, string? group)
    {
        var mean = group is null
            ? contender.Mean(split)
            : contender.Groups(split).Where(pair => pair.Group == group).Select(pair => (double?)pair.Mean).FirstOrDefault();
        return mean is { } score ? Measures.InUsersSign(score) : null;
    }

    private static double? FigureOf(Contender contender, string figure, string group) =>
        contender.Splits.OrderBy(split => split.Key)
            .Select(split => split.Value.Figures.TryGetValue(figure, out var groups) && groups.TryGetValue(group, out var value) ? value : (double?)null)
            .LastOrDefault(value => value is not null);

    private IEnumerable<GridRow> KnownRows(string? figure, IReadOnlyList<string> columns) =>
        Known.Where(known => known.Figure == figure && columns.Contains(ColumnOf(known)))
            .GroupBy(known => (known.Who, known.Source))
            .Select(who => new GridRow(
                $"{who.Key.Who} (published)",
                [.. columns.Select(column => who.Where(known => ColumnOf(known) == column).Select(known => (double?)known.Value).FirstOrDefault())]));

    private bool IsOnBoard(KnownFigure known) => Splits.Any(split => GroupsOf(split).Append(Words.Of(split)).Contains(ColumnOf(known)));

    // A figure without a group is a mean over a split; people publish means over test inputs where there are any.
    private string ColumnOf(KnownFigure known) => known.Group ?? Words.Of(Measures.Splits.Count > 0 ? Measures.Splits.Max() : Split.Train);

    // A single group is the split under another name: its mean is the split's.
    private IEnumerable<(Split Split, string? Group)> ScoreColumns(Split split)
    {
        var groups = GroupsOf(split);
        return groups.Count > 1 ? groups.Select(group => (split, (string?)group)).Prepend((split, null)) : [(split, null)];
    }

    private IReadOnlyList<string> GroupsOf(Split split) =>
        [.. Contenders.Where(contender => contender.Splits.ContainsKey(split))
            .SelectMany(contender => InputGroups.Of(contender.Splits[split].Inputs, split)).Distinct()];
}
