using FunSearch.App.Settings;
using FunSearch.App.Views;
using FunSearch.Runs;
using FunSearch.Specifications;
using FunSearch.Storage;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FunSearch.App.Reports;

/// <summary>What <c>runs</c> tells: the stored runs at a glance.</summary>
internal sealed record RunList(IReadOnlyList<RunSummary> Runs, string Store)
{
    public RunsJson Json() => new([.. Runs.Select(run => new RunSummaryJson(
        run.Configuration.Name,
        run.Configuration.Problem,
        Words.Of(run.State),
        run.Started,
        run.Elapsed.TotalSeconds,
        run.Samples,
        Mean(run, Split.Train),
        Mean(run, Split.Validation)))]);

    public IRenderable Render()
    {
        if (Runs.Count == 0)
        {
            return new Text($"No runs in {Store}. Start one: {CommandName.Typed} run PROBLEM");
        }

        return GridView.Draw(
            ["run", "problem", "state", "samples", "train", "validation", "time", "started"],
            new HashSet<int> { 3, 4, 5, 6 },
            Runs.Select(run => (Cells(run), Style.Plain)));
    }

    private static IEnumerable<string> Cells(RunSummary run) =>
    [
        run.Configuration.Name,
        run.Configuration.Problem,
        Words.Of(run.State),
        $"{run.Samples:N0}",
        $"{Mean(run, Split.Train):G6}",
        $"{Mean(run, Split.Validation):G6}",
        Durations.Clock(run.Elapsed),
        $"{run.Started:yyyy-MM-dd HH:mm}",
    ];

    private static double? Mean(RunSummary run, Split split)
    {
        var mean = run.Best is { } best ? Contender.Best(best).Mean(split) : null;
        return run.Configuration.Minimise ? -mean : mean;
    }
}

internal sealed record RunsJson(IReadOnlyList<RunSummaryJson> Runs);

/// <param name="State"><c>running</c>, <c>interrupted</c> or <c>finished</c>.</param>
/// <param name="Train">The champion's mean, in the user's sign.</param>
internal sealed record RunSummaryJson(
    string Run, string Problem, string State, DateTimeOffset Started, double Seconds, long Samples, double? Train, double? Validation);
