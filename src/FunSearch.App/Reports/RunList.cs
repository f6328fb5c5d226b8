using FunSearch.App.Settings;
using FunSearch.App.Views;
using FunSearch.Runs;
using FunSearch.Specifications;
using FunSearch.Storage;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FunSearch.App.Reports;

/// <summary>What <c>runs</c> tells: the stored runs at a glance.</summary>
/// <param name="Store">Absolute path of the store.</param>
/// <param name="StoreBytes">What it takes on the disk.</param>
/// <param name="Zone">The reader's time zone.</param>
internal sealed record RunList(IReadOnlyList<RunSummary> Runs, string Store, long StoreBytes, TimeZoneInfo Zone)
{
    public RunsJson Json() => new(
        [.. Runs.Select(run => new RunSummaryJson(
            run.Configuration.Name,
            run.Configuration.Problem,
            Words.Of(run.State),
            run.Started,
            run.Elapsed.TotalSeconds,
            run.Samples,
            run.Best?.Program.Id,
            Mean(run, Split.Train),
            Mean(run, Split.Validation),
            run.Bytes))],
        Store,
        StoreBytes);

    public IRenderable Render() => Runs.Count == 0
        ? new Text($"No runs in {Store}. Start one: {CommandName.Typed} run PROBLEM")
        : new Rows(
            GridView.Draw(
                ["run", "problem", "state", "samples", "best", "train", "validation", "time", "size", "started"],
                new HashSet<int> { 3, 4, 5, 6, 7, 8 },
                Runs.Select(run => (Cells(run), Style.Plain))),
            Text.Empty,
            new Text($"{Words.Count(Runs.Count, "run")}, {Sizes.Rounded(StoreBytes)} in {Store}"));

    private IEnumerable<string> Cells(RunSummary run) =>
    [
        run.Configuration.Name,
        run.Configuration.Problem,
        Words.Of(run.State),
        $"{run.Samples:N0}",
        $"{run.Best?.Program.Id}",
        $"{Mean(run, Split.Train):G6}",
        $"{Mean(run, Split.Validation):G6}",
        Durations.Clock(run.Elapsed),
        Sizes.Rounded(run.Bytes),
        Moment.Text(run.Started, Zone),
    ];

    private static double? Mean(RunSummary run, Split split) =>
        run.Best is { } best && Contender.Best(best).Mean(split) is { } mean ? run.Configuration.Measures.InUsersSign(mean) : null;
}

/// <param name="Bytes">What the store takes on the disk.</param>
internal sealed record RunsJson(IReadOnlyList<RunSummaryJson> Runs, string Store, long Bytes);

/// <param name="State"><c>running</c>, <c>interrupted</c> or <c>finished</c>.</param>
/// <param name="Best">The champion's sample; null while there is none.</param>
/// <param name="Train">The champion's mean, in the user's sign.</param>
/// <param name="Bytes">What the run took in the store when it was written.</param>
internal sealed record RunSummaryJson(
    string Run,
    string Problem,
    string State,
    DateTimeOffset Started,
    double Seconds,
    long Samples,
    long? Best,
    double? Train,
    double? Validation,
    long Bytes);
