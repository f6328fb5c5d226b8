using FunSearch.Accounts;
using FunSearch.App.Views;
using FunSearch.Programs;
using FunSearch.Runs;
using FunSearch.Search;
using FunSearch.Specifications;
using FunSearch.Storage;

namespace FunSearch.App.Reports;

/// <summary>What <c>run</c> and <c>resume</c> tell a script, and <c>show</c> with more. The names of the members are its keys, in snake case; scores are in the user's sign.</summary>
/// <param name="From">What the user let it begin with; null for the specification's own program.</param>
/// <param name="Outcomes">A count for every kind.</param>
/// <param name="Best">Null while no program was verified.</param>
/// <param name="Cost">In USD; null where the price of a request is not known.</param>
internal record RunJson(
    string Run,
    string Problem,
    long Seed,
    string Proposer,
    StartJson? From,
    long Samples,
    IReadOnlyDictionary<string, long> Outcomes,
    BestJson? Best,
    double Seconds,
    long Tokens,
    decimal? Cost,
    string Store)
{
    /// <summary>Who proposed what, and what came of it; empty where no model was asked.</summary>
    public IReadOnlyList<YieldJson> Yields { get; init; } = [];

    /// <summary>Share of the workers' time of this session in which they had no program to run; null for a stored run.</summary>
    public double? Idle { get; init; }

    /// <param name="contenders">The champion first, then its rivals, each with all of its examinations; none when there is no champion.</param>
    public static RunJson Of(RunFacts facts, SearchProgress progress, IReadOnlyList<Contender> contenders) => Of(
        facts.Configuration,
        progress,
        contenders.Count > 0 ? contenders[0] : null,
        (contenders.Count > 0 ? contenders.Skip(1) : facts.Rivals).FirstOrDefault(),
        facts.Store);

    /// <param name="best">The champion with all of its examinations; null when there is none.</param>
    /// <param name="start">The program that the user let it begin with; it counts only where there is one.</param>
    /// <param name="store">Absolute path of the store.</param>
    public static RunJson Of(RunConfiguration configuration, SearchProgress progress, Contender? best, Contender? start, string store) => new(
        configuration.Name,
        configuration.Problem,
        configuration.Search.Seed,
        configuration.Proposer,
        configuration.From is { } from ? StartJson.Of(from, start, configuration.Measures) : null,
        progress.Samples,
        Counts(progress.Outcomes),
        progress.Champion is { } champion && best is not null ? BestJson.Of(champion, best, configuration) : null,
        progress.Elapsed.TotalSeconds,
        progress.Spent.Tokens,
        progress.Spent.Unpriced == 0 ? progress.Spent.Cost : null,
        store) { Yields = progress.Spent.Requests == 0 ? [] : [.. YieldTable.ByAuthor(progress).Select(author => YieldJson.Of(author.Name, author.Yield))] };

    /// <summary>All kinds, those without a sample too.</summary>
    private static Dictionary<string, long> Counts(IReadOnlyDictionary<OutcomeKind, long> outcomes) =>
        Enum.GetValues<OutcomeKind>().ToDictionary(Words.Key, kind => outcomes.GetValueOrDefault(kind));
}

/// <summary>What came of one model's samples, or of the embedded proposer's.</summary>
/// <param name="Run">Those that compiled and were run.</param>
/// <param name="Better">Those that scored above all of their parents.</param>
/// <param name="Cost">In USD; null where the price is not known.</param>
/// <param name="Seconds">Of all its requests together.</param>
internal sealed record YieldJson(
    string Name, long Samples, long Run, long Scored, long Better, long Requests, long Tokens, decimal? Cost, double Seconds)
{
    public static YieldJson Of(string name, Yield yield) => new(
        name,
        yield.Samples,
        yield.Compiled,
        yield.Scored,
        yield.Progress,
        yield.Spent.Requests,
        yield.Spent.Tokens,
        yield.Spent.Unpriced == 0 ? yield.Spent.Cost : null,
        yield.Waited.TotalSeconds);
}

/// <summary>The program that a run began with in place of the specification's own.</summary>
/// <param name="Source">A file's name, or a run with the sample.</param>
/// <param name="Train">Mean over the split's inputs; null where there are none, or where it was not examined.</param>
internal sealed record StartJson(string Source, double? Train, double? Validation, double? Test)
{
    /// <param name="contender">Null when it was not examined.</param>
    public static StartJson Of(StartingProgram start, Contender? contender, Measures measures)
    {
        return new StartJson(start.Source, Mean(Split.Train), Mean(Split.Validation), Mean(Split.Test));

        double? Mean(Split split) => contender?.Mean(split) is { } mean ? measures.InUsersSign(mean) : null;
    }
}

/// <summary>The best program of a run.</summary>
/// <param name="Train">Mean over the split's inputs; null where there are none, or where it was not examined.</param>
/// <param name="Figures">By name of the figure, then by group.</param>
/// <param name="Code">The whole method.</param>
/// <param name="Verified">True when a clean process found the scores of all these splits again.</param>
internal sealed record BestJson(
    long Id,
    double? Train,
    double? Validation,
    double? Test,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Figures,
    string Code,
    bool Verified)
{
    public static BestJson Of(Champion champion, Contender best, RunConfiguration configuration)
    {
        var code = CodeText.Method(configuration.Function, champion.Program.Body);
        return new BestJson(
            champion.Program.Id, Mean(Split.Train), Mean(Split.Validation), Mean(Split.Test), best.AllFigures(), code, best.IsVerified);

        double? Mean(Split split) => best.Mean(split) is { } mean ? configuration.Measures.InUsersSign(mean) : null;
    }
}
