using FunSearch.Islands;
using FunSearch.Programs;

namespace FunSearch.Search;

/// <summary>One prompt in flight. It waits either for its proposer or for the evaluation of its latest sample.</summary>
/// <param name="after">Samples that were settled when the prompt was drawn.</param>
internal sealed class Lane(
    long prompt, long after, IslandTicket ticket, IReadOnlyList<long> parents, IAsyncEnumerator<Proposal>? proposals)
{
    private Proposal? _last;

    /// <summary>A lane whose sample an earlier session has drawn, and perhaps settled.</summary>
    public static Lane Restored(JournalEntry.Proposed sample, Task<Outcome> evaluation, bool isSettled) =>
        new(sample.Prompt, sample.After, sample.Ticket, sample.Parents, proposals: null) { IsTrial = sample.Proposal.IsTrial, Sample = sample, Evaluation = evaluation, IsSettled = isSettled };

    /// <summary>A trial of other numbers, which no proposer was asked for.</summary>
    public bool IsTrial { get; init; }

    /// <summary>The latest sample; null until the first proposal came.</summary>
    public JournalEntry.Proposed? Sample { get; private set; }

    /// <summary>Whether another proposal came; null while a sample is being evaluated.</summary>
    public Task<bool>? Arrival { get; private set; }

    /// <summary>What becomes of <see cref="Sample"/>; null while the proposer is thinking.</summary>
    public Task<Outcome>? Evaluation { get; private set; }

    /// <summary>True when the journal holds the outcome already.</summary>
    public bool IsSettled { get; private init; }

    /// <summary>True when a proposal came that has not been taken.</summary>
    public bool HasArrived => Arrival is { IsCompletedSuccessfully: true, Result: true };

    /// <summary>What the lane waits for; nothing once there is nobody left to ask.</summary>
    public Task Pending => (Task?)Evaluation ?? Arrival ?? Task.CompletedTask;

    /// <summary>The proposal that has just arrived, as a sample.</summary>
    public JournalEntry.Proposed Take(long id) => new(id, prompt, after, ticket, parents, _last ?? proposals!.Current);

    /// <summary>Asks the proposer for (more) proposals; false when there is nobody to ask.</summary>
    public bool Ask()
    {
        Evaluation = null;
        Arrival = proposals?.MoveNextAsync().AsTask();
        return Arrival is not null;
    }

    public void Evaluate(JournalEntry.Proposed sample, Task<Outcome> evaluation) => (Sample, Arrival, Evaluation) = (sample, null, evaluation);

    /// <summary>Waits for whatever is under way, whatever comes of it, and lets the proposer go.</summary>
    public async Task CloseAsync()
    {
        await Pending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        _last = HasArrived ? proposals!.Current : null;
        if (proposals is not null)
        {
            await proposals.DisposeAsync();
        }
    }
}
