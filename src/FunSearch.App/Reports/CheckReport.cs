using FunSearch.App.Views;
using FunSearch.Programs;
using FunSearch.Runs;
using FunSearch.Specifications;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FunSearch.App.Reports;

/// <summary>What <c>check</c> tells of a problem.</summary>
/// <param name="Contenders">The first program, then the baselines, on every split.</param>
/// <param name="Walls">Those that stand, as one line.</param>
/// <param name="Evaluation">Wall time of the first program on all training inputs, compilation included.</param>
internal sealed record CheckReport(
    Specification Specification,
    IReadOnlyDictionary<Split, IReadOnlyList<string>> Inputs,
    IReadOnlyList<Contender> Contenders,
    IReadOnlyList<KnownFigure> Known,
    IReadOnlyList<Noise> Noise,
    string Walls,
    TimeSpan Evaluation)
{
    /// <summary>What a run is to be typed with, besides the problem, to do what was checked.</summary>
    public string Options { get; init; } = "";

    /// <summary>The models that were asked about.</summary>
    public IReadOnlyList<ModelOutlook> Models { get; init; } = [];

    /// <summary>What the first program is called in tables.</summary>
    public const string FirstProgram = "first program";

    /// <summary>True when a search can start from it and trust its scores.</summary>
    public bool IsFit => Noise.Count == 0 && Models.All(model => model.Trouble is null) && Contenders[0].Splits.Values.All(examination => examination.Outcome is Outcome.Scored);

    private double MillisecondsAnInput => Evaluation.TotalMilliseconds / Math.Max(1, Inputs[Split.Train].Count);

    public IRenderable Render(int width) => new Rows(
    [
        new Text(Specification.Title, new Style(decoration: Decoration.Bold)),
        new Text(Specification.Function.HeaderAs(Specification.Function.Name)),
        .. Inputs.OrderBy(split => split.Key).Select(split => new Text(Describe(split.Key, split.Value))),
        Text.Empty,
        ScoreboardView.Render(new Scoreboard(Specification.Measures, Contenders, Known), width),
        Text.Empty,
        .. Findings().Select(finding => new Text(finding)),
        new Text(Walls),
        Text.Empty,
        .. Models.SelectMany(model => model.Lines().Append("")).Select(line => new Text(line)),
        new Text(IsFit ? $"Ready: {CommandName.Typed} run {Specification.Title}{Options}" : "Not ready: mend what is said above first."),
    ]);

    public CheckJson Json() => new(
        Specification.Title,
        Inputs.ToDictionary(split => Words.Of(split.Key), split => split.Value.Count),
        Contenders.ToDictionary(contender => contender.Name, contender => new ScoresJson(
            Specification.Splits.ToDictionary(Words.Of, split => contender.Mean(split) is { } mean ? Specification.InUsersSign(mean) : (double?)null),
            contender.AllFigures())),
        [.. Noise.Select(noise => noise.Input)],
        Contenders[0].IsVerified,
        Specification.Unverifiable,
        MillisecondsAnInput,
        Walls,
        [.. Models.Select(model => model.Json())],
        IsFit);

    private IEnumerable<string> Findings()
    {
        yield return $"time: {MillisecondsAnInput:G3} ms an input, {Evaluation.TotalMilliseconds:G3} ms a program with compilation";
        yield return Specification.Unverifiable is { } reason ? $"verification: none. {reason}" : "verification: a clean process recomputes every score and looks for violations";
        yield return Noise.Count == 0 ? "noise: none, each input gave the same score twice" : $"noise: {Words.Count(Noise.Count, "input")} gave two different scores for the first program";
        foreach (var noise in Noise.Take(5))
        {
            yield return $"  {noise.Input} ({Words.Of(noise.Split)}): {Specification.InUsersSign(noise.First)}, then {Specification.InUsersSign(noise.Second)}. Seed the generator that it uses.";
        }
    }

    private static string Describe(Split split, IReadOnlyList<string> inputs)
    {
        var groups = InputGroups.Of(inputs, split);
        var suffix = groups is [var only] && only == Words.Of(split) ? "" : $" ({string.Join(", ", groups)})";
        return $"{Words.Of(split)}: {Words.Count(inputs.Count, "input")}{suffix}";
    }
}

/// <summary>What <c>check</c> tells a script; scores are in the user's sign.</summary>
/// <param name="Inputs">How many, by split.</param>
/// <param name="Programs">The first program and the baselines, by name.</param>
/// <param name="Noisy">Inputs that gave two different scores.</param>
/// <param name="Unverifiable">Why results cannot be verified; null when they can.</param>
/// <param name="Models">Those that a run with the same options would ask.</param>
/// <param name="Ready">True when a search can start.</param>
internal sealed record CheckJson(
    string Problem,
    IReadOnlyDictionary<string, int> Inputs,
    IReadOnlyDictionary<string, ScoresJson> Programs,
    IReadOnlyList<string> Noisy,
    bool Verified,
    string? Unverifiable,
    double MillisecondsAnInput,
    string Walls,
    IReadOnlyList<ModelOutlookJson> Models,
    bool Ready);

/// <param name="Means">By split; null where it did not score.</param>
internal sealed record ScoresJson(
    IReadOnlyDictionary<string, double?> Means, IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Figures);
