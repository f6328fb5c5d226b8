using FunSearch.App.Commands;
using FunSearch.App.Settings;
using FunSearch.App.Views;
using FunSearch.Runs;
using FunSearch.Simplifying;
using FunSearch.Specifications;
using Spectre.Console;
using Spectre.Console.Rendering;
using Grid = FunSearch.App.Views.Grid;
using GridRow = FunSearch.App.Views.GridRow;

namespace FunSearch.App.Reports;

/// <summary>What <c>simplify</c> tells: the shorter program beside the one that it was made from.</summary>
/// <param name="Loss">In the score's own unit.</param>
/// <param name="After">The shorter program, examined on every split.</param>
/// <param name="Before">The other one, likewise.</param>
internal sealed record SimplifyReport(ProgramSubject Subject, Reduced Reduced, double Loss, Contender After, Contender Before, TimeSpan Elapsed)
{
    /// <summary>As it was typed; null when none was written.</summary>
    public string? File { get; init; }

    /// <summary>The whole method.</summary>
    public string Code => CodeText.Method(Subject.Specification.Function, Reduced.Body);

    public int ExitCode => Reduced.IsInterrupted ? ExitCodes.Interrupted : ExitCodes.Done;

    private Measures Measures => Subject.Specification.Measures;

    public SimplifyJson Json() => new(
        Subject.Taken?.Configuration.Name,
        Subject.Taken?.Configuration.Problem ?? Subject.Specification.Title,
        Subject.Taken?.Id,
        Loss,
        SizedJson.Of(After, Reduced.After, Code, Measures),
        SizedJson.Of(Before, Reduced.Before, CodeText.Method(Subject.Specification.Function, Subject.Body), Measures),
        Reduced.Tried,
        Reduced.Accepted,
        Reduced.IsInterrupted,
        File,
        Elapsed.TotalSeconds);

    public IRenderable Render(int width) => new Rows(
    [
        Text.Empty,
        new Text(Code),
        Text.Empty,
        .. GridView.Render(Sizes(), width),
        Text.Empty,
        ScoreboardView.Render(new Scoreboard(Measures, [After, Before], []), width),
        .. Lines().Select(line => new Text(line)),
    ]);

    private Grid Sizes() => new(
        "size",
        ["expressions", "characters"],
        [Row(After, Reduced.After, isBest: true), Row(Before, Reduced.Before, isBest: false)]);

    private static GridRow Row(Contender program, BodySize size, bool isBest) => new(program.Name, [size.Expressions, size.Characters], isBest);

    private IEnumerable<string> Lines()
    {
        if (Reduced.IsInterrupted)
        {
            yield return "Interrupted: this is the shortest program so far, and it might become shorter still.";
        }

        yield return new Simplified(Loss, Reduced.Before, Reduced.After).Sentence(Subject.FullName);
        yield return $"{Words.Count(Reduced.Tried, "candidate")} tried, {Reduced.Accepted:N0} accepted, in {Durations.Clock(Elapsed)}.";
        yield return Verdict.Of(After, Subject.Specification.Unverifiable);
        if (File is not null)
        {
            yield return $"Wrote {File}.";
        }
    }
}

/// <summary>What <c>simplify</c> tells a script; scores are in the user's sign.</summary>
/// <param name="Run">Null for a program out of a file; so is <paramref name="Id"/>.</param>
/// <param name="Id">The sample.</param>
/// <param name="Loss">In the score's own unit, at least 0.</param>
/// <param name="Before">The program that the shorter one was made from.</param>
/// <param name="Tried">Candidates.</param>
/// <param name="Interrupted">True when it might have become shorter still.</param>
/// <param name="File">Null when none was written.</param>
internal sealed record SimplifyJson(
    string? Run,
    string Problem,
    long? Id,
    double Loss,
    SizedJson After,
    SizedJson Before,
    long Tried,
    long Accepted,
    bool Interrupted,
    string? File,
    double Seconds);

/// <param name="Expressions">Nested ones included.</param>
/// <param name="Characters">White space and comments do not count.</param>
/// <param name="Train">Mean over the split's inputs; null where there are none, or where it did not score.</param>
/// <param name="Figures">By name of the figure, then by group.</param>
/// <param name="Code">The whole method.</param>
internal sealed record SizedJson(
    int Expressions,
    int Characters,
    double? Train,
    double? Validation,
    double? Test,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Figures,
    string Code,
    bool Verified)
{
    public static SizedJson Of(Contender program, BodySize size, string code, Measures measures)
    {
        return new SizedJson(
            size.Expressions, size.Characters, Mean(Split.Train), Mean(Split.Validation), Mean(Split.Test), program.AllFigures(), code, program.IsVerified);

        double? Mean(Split split) => program.Mean(split) is { } mean ? measures.InUsersSign(mean) : null;
    }
}
