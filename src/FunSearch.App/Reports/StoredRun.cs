using FunSearch.App.Settings;
using FunSearch.App.Views;
using FunSearch.Runs;
using FunSearch.Search;
using FunSearch.Storage;
using FunSearch.Specifications;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FunSearch.App.Reports;

/// <summary>What <c>show RUN</c> tells.</summary>
/// <param name="Specification">Null when it is not at hand any more.</param>
/// <param name="Store">Absolute path of the store.</param>
internal sealed record StoredRun(RunSummary Summary, Specification? Specification, string Store)
{
    private RunConfiguration Configuration => Summary.Configuration;

    public StoredRunJson Json() => new(
        Configuration.Name,
        Configuration.Problem,
        Words.Of(Summary.State),
        Configuration.Search.Seed,
        Configuration.Proposer,
        Summary.Samples,
        RunJson.Counts(Summary.Outcomes),
        Summary.Best is { } best ? BestJson.Of(best, Contender.Best(best), Code(best), Configuration.Minimise) : null,
        Summary.Elapsed.TotalSeconds,
        Summary.Tokens,
        0,
        Store);

    public IRenderable Render(int width) => new Rows(
    [
        new Text($"{Configuration.Name}: {Configuration.Problem}, {Words.Of(Summary.State)}", new Style(decoration: Decoration.Bold)),
        .. Facts().Select(fact => new Text(fact)),
        .. Best(width),
        Text.Empty,
        new Text($"Go on: {CommandName.Typed} resume {Configuration.Name}{StorePath.OptionFor(Store)}"),
    ]);

    private IEnumerable<string> Facts()
    {
        yield return $"started {Summary.Started:yyyy-MM-dd HH:mm}, version {Configuration.Version}";
        yield return $"proposer {Configuration.Proposer}, seed {Configuration.Search.Seed}, {Durations.Text(Configuration.Limits.Time)} and {Sizes.Text(Configuration.Limits.MemoryBytes)} an input";
        if (Configuration.Data is { } data)
        {
            var percentages = data.Percentages is { } parts ? $", split {string.Join(',', parts)}" : "";
            yield return $"data {string.Join(", ", data.Files.OrderBy(file => file.Key).Select(file => data.Percentages is null ? $"{Words.Of(file.Key)}={file.Value}" : file.Value))}{percentages}";
        }

        yield return $"{Words.Count(Summary.Samples, "sample")} in {Durations.Clock(Summary.Elapsed)}: {ProgressText.Outcomes(Summary.Outcomes, Summary.Samples)}";
        if (Summary.Requests > 0)
        {
            yield return $"{Words.Count(Summary.Requests, "request")}, {Words.Count(Summary.Tokens, "token")}";
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
        yield return new Text(Code(best));
        yield return Text.Empty;
        if (Specification is not null)
        {
            yield return ScoreboardView.Render(new Scoreboard(Specification, [Contender.Best(best)], []), width);
        }
        else
        {
            yield return new Text($"The specification {Configuration.Problem} cannot be read here: the function's body alone, without tables.");
        }
    }

    private string Code(Champion best) =>
        Specification is null ? best.Program.Body.Text : CodeText.Method(Specification.Function, best.Program.Body);
}

/// <summary>What <c>show RUN</c> tells a script: the keys of <c>run</c>, and its state.</summary>
/// <param name="State"><c>running</c>, <c>interrupted</c> or <c>finished</c>.</param>
/// <param name="Cost">In USD.</param>
internal sealed record StoredRunJson(
    string Run,
    string Problem,
    string State,
    long Seed,
    string Proposer,
    long Samples,
    IReadOnlyDictionary<string, long> Outcomes,
    BestJson? Best,
    double Seconds,
    long Tokens,
    decimal Cost,
    string Store);
