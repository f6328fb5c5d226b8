using FunSearch.App.Views;
using FunSearch.Programs;
using FunSearch.Runs;
using FunSearch.Search;
using FunSearch.Specifications;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FunSearch.App.Reports;

/// <summary>What <c>evaluate</c> tells of one program on one split.</summary>
internal sealed record EvaluationReport(Specification Specification, Split Split, Examination Examination, TimeSpan Elapsed)
{
    private Contender Program => new("program", new Dictionary<Split, Examination> { [Split] = Examination });

    public EvaluationJson Json()
    {
        var signature = (Examination.Outcome as Outcome.Scored)?.Signature;
        return new EvaluationJson(
            Words.Key(Examination.Outcome.Kind),
            signature is null ? null : Specification.InUsersSign(signature.Score),
            signature is null ? [] : Examination.Inputs.Zip(signature.Scores, (input, score) => KeyValuePair.Create(input, Specification.InUsersSign(score))).ToDictionary(),
            Program.AllFigures(),
            (Examination.Outcome as Outcome.Failed)?.Detail,
            Elapsed.TotalSeconds);
    }

    public IRenderable Render(int width) => Examination.Outcome switch
    {
        // It was refused before it met any input.
        Outcome.Failed { Kind: OutcomeKind.DoesNotCompile or OutcomeKind.Forbidden } refused => new Text($"{Capitalised(Words.Of(refused.Kind))}. {refused.Detail}"),
        Outcome.Failed failed => new Text($"{Capitalised(Words.Of(failed.Kind))} on {Words.Of(Split)}. {failed.Detail}"),
        _ => new Rows(
            ScoreboardView.Render(new Scoreboard(Specification.Measures, [Program], []), width),
            new Text(Verdict())),
    };

    private string Verdict() =>
        Examination.IsVerified ? "Verified: a clean process recomputed every score from the solutions and found no violation."
        : $"Unverified: {Specification.Unverifiable}";

    private static string Capitalised(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}

/// <summary>What <c>evaluate</c> tells a script; scores are in the user's sign.</summary>
/// <param name="Outcome">One of the keys of a run's outcomes.</param>
/// <param name="Score">Mean over the inputs; null when it did not score.</param>
/// <param name="Scores">By input.</param>
/// <param name="Detail">Why it did not score; null when it did.</param>
internal sealed record EvaluationJson(
    string Outcome,
    double? Score,
    IReadOnlyDictionary<string, double> Scores,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Figures,
    string? Detail,
    double Seconds);
