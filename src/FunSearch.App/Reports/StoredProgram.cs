using FunSearch.App.Views;
using FunSearch.Programs;
using FunSearch.Runs;
using FunSearch.Search;
using FunSearch.Storage;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FunSearch.App.Reports;

/// <summary>Any sample of a stored run.</summary>
/// <param name="Minimise">True when the user's scores are better when smaller.</param>
internal sealed record StoredProgram(StoredSample Sample, bool Minimise)
{
    private JournalEntry.Proposed Proposed => Sample.Proposed;

    // None when the run stopped before it was settled.
    private Outcome? Outcome => Sample.Settled?.Outcome;

    private double? Score => Outcome is Outcome.Scored scored ? (Minimise ? -scored.Signature.Score : scored.Signature.Score) : null;

    private string? Detail => Outcome switch
    {
        Outcome.Duplicate duplicate => $"The same tokens as sample {duplicate.Of}.",
        Outcome.Failed failed => failed.Detail,
        _ => null,
    };

    /// <param name="function">Null when the specification is not at hand.</param>
    public StoredProgramJson Json(EvolvedFunction? function) => new(
        Proposed.Id, Outcome is null ? null : Words.Key(Outcome.Kind), Score, Detail, Proposed.Proposal.Origin, Proposed.Parents,
        Proposed.Ticket.Island, Code(function));

    /// <param name="function">Null when the specification is not at hand.</param>
    public IRenderable Render(EvolvedFunction? function) => new Rows(new[]
    {
        $"sample {Proposed.Id}: {(Outcome is null ? "not settled yet" : Words.Of(Outcome.Kind))}{(Score is { } score ? $", {score} on train" : "")}",
        Detail,
        Proposed.Id == 0
            ? "the specification's own first program, on every island"
            : $"made by {Proposed.Proposal.Origin} from {string.Join(" and ", Proposed.Parents.Select(parent => parent == 0 ? "the first program" : $"sample {parent}"))}, island {Proposed.Ticket.Island + 1}",
        "",
        Code(function) ?? Proposed.Proposal.Exchange?.Answer,
    }.OfType<string>().Select(line => new Text(line)));

    private string? Code(EvolvedFunction? function) =>
        Proposed.Proposal.Body is not { } body ? null : function is null ? body.Text : CodeText.Method(function, body);
}

/// <param name="Outcome">One of the keys of a run's outcomes; null when it was not settled.</param>
/// <param name="Score">Mean on train, in the user's sign; null when it did not score.</param>
/// <param name="Island">Counted from 0.</param>
/// <param name="Code">The whole method; null when the answer held none.</param>
internal sealed record StoredProgramJson(
    long Id, string? Outcome, double? Score, string? Detail, string Origin, IReadOnlyList<long> Parents, int Island, string? Code);
