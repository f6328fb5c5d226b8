using FunSearch.App.Charts;
using FunSearch.App.Comparisons;
using FunSearch.App.Views;
using FunSearch.Comparing;
using FunSearch.Specifications;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FunSearch.App.Reports;

/// <summary>What <c>compare</c> tells: a table a measure, what the runs took, and what is missing.</summary>
/// <param name="Title">The problem with its variant.</param>
/// <param name="Store">Absolute path of the store.</param>
internal sealed record ComparisonReport(
    ComparisonPlan Plan, string Title, Measures Measures, IReadOnlyList<FinishedLeg> Finished, IReadOnlyList<UnfinishedLeg> Unfinished, string Store)
{
    private Setting First => Plan.Settings[0];

    public IReadOnlyList<MeasureTable> Tables() =>
        Finished.Count == 0 ? [] : [.. Measure.All(Measures, Finished).Select(measure => MeasureTable.Of(measure, Plan.Settings, Finished))];

    public IRenderable Render(int width) => new Rows(
    [
        .. Tables().SelectMany(table => MeasureView.Render(table, width).Append(Text.Empty)),
        .. Finished.Count > 0 ? new[] { Effort(), Text.Empty } : [],
        .. Notes().Select(note => new Text(note)),
    ]);

    public ComparisonJson Json(string? chart) => ComparisonJson.Of(this, chart);

    public ProgressChart Chart() => ProgressChart.Of(this);

    /// <summary>The finished runs of a setting, by seed.</summary>
    public IEnumerable<FinishedLeg> RunsOf(Setting setting) => Finished.Where(leg => leg.Leg.Setting == setting);

    private IRenderable Effort() => GridView.Draw(
        ["mean of what a run took", "samples", "seconds", "samples a second"],
        new HashSet<int> { 1, 2, 3 },
        Plan.Settings.Where(setting => RunsOf(setting).Any()).Select(setting =>
        {
            var samples = RunsOf(setting).Average(leg => leg.Summary.Samples);
            var seconds = RunsOf(setting).Average(leg => leg.Summary.Elapsed.TotalSeconds);
            return ((IEnumerable<string>)[setting.Name, $"{samples:N0}", $"{seconds:N1}", $"{samples / Math.Max(seconds, 1e-3):N0}"], Style.Plain);
        }));

    private IEnumerable<string> Notes()
    {
        if (Plan.Settings.Count > 1 && Finished.Count > 0)
        {
            yield return $"Against {First.Name}: the difference of the means; A12, how often a run is better than one of {First.Name} (0.5: no difference); "
                + $"p, by the two-sided rank test of Mann and Whitney. Verdicts are at p < {Contrast.Level}, each by itself.";
        }

        if (Fewest() is { } few)
        {
            yield return few;
        }

        foreach (var leg in Finished)
        {
            foreach (var failure in new Scoreboard(Measures, [leg.Best with { Name = leg.Leg.Run }], []).Failures())
            {
                yield return $"{failure} It is missing in that table.";
            }
        }

        var versions = Finished.Select(leg => leg.Summary.Configuration.Version).Distinct().ToList();
        if (versions.Count > 1)
        {
            yield return $"These runs were made by different versions of the program ({string.Join(", ", versions)}): some of the difference may be theirs.";
        }

        foreach (var leg in Unfinished)
        {
            yield return $"In no table: {leg.Leg.Setting.Name}, seed {leg.Leg.Seed} ({leg.Leg.Run}). {leg.Why}";
        }

        yield return $"Runs {Plan.Name}-… in {Store}";
    }

    // What nobody could see however the numbers came out must be said, or "no difference shown" is taken for a finding.
    private string? Fewest()
    {
        var pairs = Plan.Settings.Skip(1).Select(setting => (One: RunsOf(setting).Count(), Other: RunsOf(First).Count()))
            .Where(pair => pair is { One: > 0, Other: > 0 } && RankTest.SmallestP(pair.One, pair.Other) >= Contrast.Level).Distinct().ToList();
        return pairs.Count == 0 ? null : string.Join(' ', pairs.Select(pair =>
            $"{pair.One} against {pair.Other} runs can never show a difference: the smallest p there is {RankTest.SmallestP(pair.One, pair.Other):0.###}."))
            + " Take four seeds at least; ten or more show smaller differences.";
    }
}
