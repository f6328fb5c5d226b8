using FunSearch.App.Views;
using FunSearch.Runs;
using FunSearch.Specifications;

namespace FunSearch.App.Comparisons;

/// <summary>Which numbers of a measure are good.</summary>
internal enum Direction
{
    /// <summary>Nobody has said, and the runs do not tell.</summary>
    Unknown,

    Higher,
    Lower,
}

/// <summary>One number that every run of a comparison has.</summary>
/// <param name="Key">As scripts call it: <c>train</c>, <c>test</c>, or the figure and its group.</param>
/// <param name="Title">As people do.</param>
/// <param name="Of">In the user's own sign; null where a run has none, as its champion did not score there.</param>
internal sealed record Measure(string Key, string Title, Direction Better, Func<FinishedLeg, double?> Of)
{
    /// <summary>The best score on train, what is known of the champions elsewhere, and every figure of the test inputs.</summary>
    /// <param name="legs">At least one.</param>
    public static IReadOnlyList<Measure> All(Measures measures, IReadOnlyList<FinishedLeg> legs)
    {
        var better = measures.Minimise ? Direction.Lower : Direction.Higher;
        return
        [
            new("train", "best on train", better, leg => measures.InUsersSign(leg.Milestones[^1].Score)),
            .. from split in new[] { Split.Validation, Split.Test }
               where legs.Any(leg => leg.Best.Mean(split) is not null)
               select new Measure(Words.Of(split), $"champion on {Words.Of(split)}", better, leg => leg.Best.Mean(split) is { } mean ? measures.InUsersSign(mean) : null),
            .. from figure in measures.Figures
               from @group in legs.SelectMany(leg => GroupsOf(leg.Best, figure)).Distinct()
               select new Measure($"{figure}/{@group}", $"{Words.OfFigure(figure)} {@group} (test)", DirectionOf(legs, figure, @group), leg => FigureOf(leg.Best, figure, @group)),
        ];
    }

    private static IEnumerable<string> GroupsOf(Contender best, string figure) =>
        best.Splits.TryGetValue(Split.Test, out var test) && test.Figures.TryGetValue(figure, out var groups) ? groups.Keys : [];

    private static double? FigureOf(Contender best, string figure, string group) =>
        GroupsOf(best, figure).Contains(group) && best.Splits[Split.Test].Figures[figure][group] is var value && double.IsFinite(value) ? value : null;

    /// <summary>A specification does not say which of its figures are good when low. The champions tell: does it fall, or grow, whenever the score of
    /// the same group gets better?</summary>
    private static Direction DirectionOf(IReadOnlyList<FinishedLeg> legs, string figure, string group)
    {
        var points = legs.Select(leg => (
                Figure: FigureOf(leg.Best, figure, group),
                Score: leg.Best.Groups(Split.Test).Where(each => each.Group == group).Select(each => (double?)each.Mean).FirstOrDefault()))
            .Where(point => point is { Figure: not null, Score: not null }).ToList();
        var signs = (from one in points from other in points select Math.Sign(one.Score!.Value - other.Score!.Value) * Math.Sign(one.Figure!.Value - other.Figure!.Value))
            .Where(sign => sign != 0).Distinct().ToList();
        return signs is [var sign] ? (sign > 0 ? Direction.Higher : Direction.Lower) : Direction.Unknown;
    }
}
