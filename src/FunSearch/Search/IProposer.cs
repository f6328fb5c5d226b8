using FunSearch.Accounts;
using FunSearch.Programs;
using FunSearch.Prompts;

namespace FunSearch.Search;

/// <summary>Writes better programs. Not thread-safe but for <see cref="ProposeAsync"/> of several prompts at once.</summary>
public interface IProposer
{
    /// <summary>How the user named it: <c>embedded</c>, <c>recorded:answers.jsonl</c>, <c>http://127.0.0.1:8080/v1#qwen</c>.</summary>
    string Name { get; }

    /// <summary>True when a proposal depends on the prompt and on earlier reports alone, and each prompt is answered at once and
    /// with at most one proposal: outcomes are then settled in the order of the prompts, so that one seed gives one search.
    /// False for language models, which answer when they please: outcomes are settled as they arrive.</summary>
    bool IsDeterministic { get; }

    /// <summary>Proposals for one prompt, as they come. None at all means that the proposer has nothing more to say, and ends the search.</summary>
    /// <exception cref="ProposerException">The proposer cannot go on; the sentence says why. The search stops and can be resumed.</exception>
    IAsyncEnumerable<Proposal> ProposeAsync(Prompt prompt, CancellationToken cancellationToken);

    /// <summary>What became of a proposal, in the order of settlement: here a proposer learns. Called again for stored samples on resume.</summary>
    /// <param name="isProgress">True when it scored above all of its parents.</param>
    void Report(Proposal proposal, Outcome outcome, bool isProgress);

    /// <summary>Whom its proposals for a prompt come from, worst first, as the journal has it: the prompt's parents, unless it goes its own way.</summary>
    internal IReadOnlyList<long> ParentsOf(Prompt prompt) => [.. prompt.Parents.Select(parent => parent.Id)];

    /// <summary>The most that one more proposal may cost: no request is made that could break the budget, with all that are under way.</summary>
    Spending MostPerProposal => Spending.None;

    /// <summary>False while another prompt would have to wait, and grow old, before anybody takes it up: none is drawn then.</summary>
    bool HasRoom => true;

    /// <summary>Why nobody can be asked at the moment, as a sentence, and when that is tried again; null while it works. Safe to read from
    /// any thread.</summary>
    string? Pause => null;
}

/// <summary>A proposer that cannot go on: the endpoint is gone, the key is refused.</summary>
public sealed class ProposerException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>One proposal: a sample, whatever becomes of it.</summary>
/// <param name="Body">The proposed body; null when an answer held nothing usable.</param>
/// <param name="Origin">The operator or the model that made it.</param>
public sealed record Proposal(Body? Body, string Origin)
{
    /// <summary>The origin of trials of other numbers, which no proposer writes, but the search itself.</summary>
    internal const string Tuned = "tune numbers";

    /// <summary>Why there is no body, as a sentence; null when there is one.</summary>
    public string? NoCode { get => Body is null ? field ?? "The answer held no code." : null; init; }

    /// <summary>Which of the prompt's parents it is an edit of, from 0; null when its author read them all.</summary>
    internal int? Edited { get; init; }

    /// <summary>A trial of other numbers.</summary>
    internal bool IsTrial => Origin == Tuned && Exchange is null;

    /// <summary>The exchange with a language model that it came from; null for the embedded proposer.</summary>
    public Exchange? Exchange { get; init; }
}
