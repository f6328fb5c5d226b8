using FunSearch.App.Settings;
using FunSearch.App.Views;
using FunSearch.Runs;
using FunSearch.Search;
using FunSearch.Storage;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FunSearch.App.Reports;

/// <summary>What <c>show RUN</c> tells.</summary>
/// <param name="Start">What the user let it begin with; null where it began with the specification's own program, or where that has not scored yet.</param>
/// <param name="Lineage">Of the best program; null when there is none.</param>
/// <param name="Store">Absolute path of the store.</param>
/// <param name="Zone">The reader's time zone.</param>
internal sealed record StoredRun(RunSummary Summary, Contender? Start, LineageReport? Lineage, string Store, TimeZoneInfo Zone)
{
    private RunConfiguration Configuration => Summary.Configuration;

    /// <summary>In tokens: a longer program is worth a look at what its scores do not need.</summary>
    private const int Long = 60;

    private string Next => Summary.State == RunState.Finished ? "With test scores and baselines (a larger budget goes on):" : "Go on:";

    public StoredRunJson Json()
    {
        var progress = new SearchProgress(
            Summary.Samples, Best: null, Summary.Outcomes, Summary.Best, [], Summary.Elapsed, Summary.Spent);
        var best = Summary.Best is { } champion ? Contender.Best(champion) : null;
        return new StoredRunJson(RunJson.Of(Configuration, progress, best, Start, Store))
        {
            State = Words.Of(Summary.State),
            Started = Summary.Started,
            Bytes = Summary.Bytes,
            Lineage = Lineage?.Json() ?? [],
        };
    }

    public IRenderable Render(int width) => new Rows(
    [
        new Text($"{Configuration.Name}: {Configuration.Problem}, {Words.Of(Summary.State)}", new Style(decoration: Decoration.Bold)),
        .. Facts().Select(fact => new Text(fact)),
        .. Best(width),
        Text.Empty,
        .. NextSteps().Select(step => new Text(step)),
    ]);

    private IEnumerable<string> NextSteps()
    {
        var run = $"{Configuration.Name}{StorePath.OptionFor(Store)}";
        yield return $"{Next} {CommandName.Typed} resume {run}";
        if (Summary.Best is { Program.Body.Length: >= Long })
        {
            yield return $"The same scores with less code: {CommandName.Typed} show {run} --simplified";
        }
    }

    private IEnumerable<string> Facts()
    {
        yield return $"started {Moment.Text(Summary.Started, Zone)}, version {Configuration.Version}, {Sizes.Rounded(Summary.Bytes)} in the store";
        yield return $"proposer {Configuration.Proposer}, seed {Configuration.Search.Seed}, {Durations.Text(Configuration.Limits.Time)} and {Sizes.Text(Configuration.Limits.MemoryBytes)} an input";
        if (MethodLine.Of(Configuration) is { } method)
        {
            yield return method;
        }

        if (Configuration.Data is { } data)
        {
            var percentages = data.Percentages is { } parts ? $", split {string.Join(',', parts)}" : "";
            yield return $"data {string.Join(", ", data.Files.OrderBy(file => file.Key).Select(file => data.Percentages is null ? $"{Words.Of(file.Key)}={file.Value}" : file.Value))}{percentages}";
        }

        if (Configuration.From is { } from)
        {
            yield return WarmStartLine.Began(from.Source, Start, Configuration.Measures);
        }

        yield return $"{Words.Count(Summary.Samples, "sample")} in {Durations.Clock(Summary.Elapsed)}: {ProgressText.Outcomes(Summary.Outcomes, Summary.Samples)}";
        if (Summary.Spent.Requests > 0)
        {
            yield return $"{Words.Count(Summary.Spent.Requests, "request")}, {Words.Count(Summary.Spent.Tokens, "token")}, {Words.CostOf(Summary.Spent)}";
        }
    }

    private IEnumerable<IRenderable> Best(int width)
    {
        if (Summary.Best is not { } best)
        {
            yield return new Text("No program has been verified yet.");
            yield break;
        }

        yield return Text.Empty;
        yield return new Text(CodeText.Method(Configuration.Function, best.Program.Body));
        yield return Text.Empty;
        yield return ScoreboardView.Render(new Scoreboard(Configuration.Measures, [Contender.Best(best)], []), width);
        if (Lineage is not null)
        {
            yield return Lineage.Render();
        }
    }
}

/// <summary>What <c>show RUN</c> tells a script: the keys of <c>run</c>, and more.</summary>
internal sealed record StoredRunJson : RunJson
{
    public StoredRunJson(RunJson run) : base(run)
    {
    }

    /// <summary><c>running</c>, <c>interrupted</c> or <c>finished</c>.</summary>
    public required string State { get; init; }

    public required DateTimeOffset Started { get; init; }

    /// <summary>What it takes in the store.</summary>
    public required long Bytes { get; init; }

    /// <summary>Of the best program, from the first one on.</summary>
    public required IReadOnlyList<LineageStepJson> Lineage { get; init; }
}
