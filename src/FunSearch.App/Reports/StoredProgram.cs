using FunSearch.App.Views;
using FunSearch.Programs;
using FunSearch.Runs;
using FunSearch.Search;
using FunSearch.Storage;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FunSearch.App.Reports;

/// <summary>Any sample of a stored run: what it is, what it changed, and where it comes from.</summary>
/// <param name="Parents">Each once; the one that was edited, or else the best, stands first.</param>
internal sealed record StoredProgram(RunConfiguration Configuration, StoredSample Sample, IReadOnlyList<StoredSample> Parents, LineageReport Lineage)
{
    private JournalEntry.Proposed Proposed => Sample.Proposed;

    // None when the run stopped before it was settled.
    private Outcome? Outcome => Sample.Settled?.Outcome;

    private string? Detail => Outcome switch
    {
        Outcome.Duplicate duplicate => $"The same tokens as sample {duplicate.Of}.",
        Outcome.Failed failed => failed.Detail,
        _ => null,
    };

    private string? Code => Proposed.Proposal.Body is { } body ? CodeText.Method(Configuration.Function, body) : null;

    public StoredProgramJson Json() => new(
        Proposed.Id,
        Outcome is null ? null : Words.Key(Outcome.Kind),
        ScoreOf(Sample),
        Detail,
        Proposed.Proposal.Origin,
        Proposed.Parents,
        Proposed.Ticket.Island,
        Code,
        [.. Changes().Select(change => new ChangeJson(change.Parent.Proposed.Id, IsEdited(change.Parent), DiffView.Marked(change.Pieces)))],
        Lineage.Json());

    /// <param name="inColours">False where changes are told by marks.</param>
    public IRenderable Render(bool inColours) => new Rows(
    [
        .. About().Select(line => new Text(line)),
        Text.Empty,
        new Text(Code ?? ""),
        .. Dialogue().Select(line => new Text(line)),
        .. Changes().SelectMany(change => (IRenderable[])
            [Text.Empty, new Text(Heading(change.Parent)), DiffView.Render(change.Pieces, inColours)]),
        Text.Empty,
        Lineage.Render(),
    ]);

    private IEnumerable<string> About()
    {
        yield return $"sample {Proposed.Id}: {(Outcome is null ? "not settled yet" : Words.Of(Outcome.Kind))}{Train(Sample)}";
        if (Detail is not null)
        {
            yield return Detail;
        }

        yield return Proposed.Id == 0 ? $"the first program, {(Configuration.From is { } from ? $"from {from.Source}" : "the specification's own")}, on every island"
            : Proposed.Parents.Count == 0 ? $"drawn by {Proposed.Proposal.Origin}, from no other program, for island {Proposed.Ticket.Island + 1}"
            : $"made by {Proposed.Proposal.Origin} from {string.Join(" and ", Proposed.Parents.Select(Name))}, island {Proposed.Ticket.Island + 1}";
    }

    /// <summary>What a model was asked, and what it answered, word for word.</summary>
    private IEnumerable<string> Dialogue() => Proposed.Proposal.Exchange is { } exchange
        ? ["", $"What {exchange.Model} was asked:", "", exchange.Prompt, "", "What it answered:", "", exchange.Answer]
        : [];

    private IEnumerable<(StoredSample Parent, IReadOnlyList<Piece> Pieces)> Changes() =>
        from parent in Parents
        where parent.Proposed.Proposal.Body is not null && Proposed.Proposal.Body is not null
        select (parent, TokenDiff.Between(parent.Proposed.Proposal.Body!, Proposed.Proposal.Body!));

    private string Heading(StoredSample parent) =>
        $"{(IsEdited(parent) ? "What it changed in" : "Compared with")} {Name(parent.Proposed.Id)}{Train(parent)}:";

    private bool IsEdited(StoredSample parent) =>
        Proposed.Proposal.Edited is { } edited && Proposed.Parents[edited] == parent.Proposed.Id;

    private string Train(StoredSample sample) => ScoreOf(sample) is { } score ? $", {score} on train" : "";

    private double? ScoreOf(StoredSample sample) =>
        sample.Settled?.Outcome is Outcome.Scored scored ? Configuration.Measures.InUsersSign(scored.Signature.Score) : null;

    private static string Name(long sample) => sample == 0 ? "the first program" : $"sample {sample}";
}

/// <param name="Outcome">One of the keys of a run's outcomes; null when it was not settled.</param>
/// <param name="Score">Mean on train, in the user's sign; null when it did not score.</param>
/// <param name="Island">Counted from 0.</param>
/// <param name="Code">The whole method; null when the answer held none.</param>
/// <param name="Changes">To each parent; the one that was edited, or else the best, stands first.</param>
/// <param name="Lineage">From the first program to this one.</param>
internal sealed record StoredProgramJson(
    long Id,
    string? Outcome,
    double? Score,
    string? Detail,
    string Origin,
    IReadOnlyList<long> Parents,
    int Island,
    string? Code,
    IReadOnlyList<ChangeJson> Changes,
    IReadOnlyList<LineageStepJson> Lineage);

/// <param name="Edited">True when the program is an edit of this parent.</param>
/// <param name="Diff">The body, with <c>[-what was removed-]</c> and <c>{+what was added+}</c>.</param>
internal sealed record ChangeJson(long Parent, bool Edited, string Diff);
