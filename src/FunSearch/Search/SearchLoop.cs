using FunSearch.Accounts;
using FunSearch.Programs;
using FunSearch.Specifications;
using FunSearch.Tuning;

namespace FunSearch.Search;

/// <summary>
/// The method: prompts in flight, proposals evaluated, outcomes settled. A proposal is written down before it is evaluated, an outcome
/// before it counts. Outcomes are settled in the order of the prompts, and prompt n is drawn only after the outcome of prompt
/// n − <see cref="SearchOptions.Window"/>: one seed gives one search. A proposer that is not deterministic is settled as it answers.
/// </summary>
/// <remarks>One owner, no locks: everything here happens one step after another. Only <see cref="Progress"/> may be read from elsewhere.</remarks>
internal sealed partial class SearchLoop(
    Specification specification,
    SearchOptions options,
    IProposer proposer,
    Tuner? tuner,
    IEvaluator evaluator,
    IJournal journal,
    TimeProvider time)
{
    /// <summary>Trials of numbers at once beside language models: they fill the time in which evaluators would wait, and hold no answer up.</summary>
    private const int TrialsAtOnce = 4;

    private static readonly TimeSpan _longestTimer = TimeSpan.FromDays(40);

    private readonly List<Lane> _lanes = [];
    private readonly Beliefs _beliefs = new(options, new Verifier(evaluator, journal.AppendAsync), tuner);
    private long _prompts;
    private long _samples;
    private long _earlier;
    private bool _proposerIsDone;
    private CancellationToken _deadline;
    private CancellationToken _patience;
    private long _sessionStart;
    private TimeSpan _earlierSessions;
    private volatile SearchProgress? _progress;
    private volatile int _underWay;

    /// <summary>How the search stands; null until the first program has scored. Safe to read from any thread.</summary>
    public SearchProgress? Progress => _progress is { } progress ? progress with { Elapsed = Elapsed, UnderWay = _underWay, Pause = proposer.Pause } : null;

    private TimeSpan Elapsed => _earlierSessions + time.GetElapsedTime(_sessionStart);

    /// <summary>Searches until a limit of the budget is reached. Cancelling ends it cleanly: what is in flight stays in the journal, and
    /// a later loop on the same journal goes on exactly there.</summary>
    /// <exception cref="SpecificationException">The first program does not score.</exception>
    /// <exception cref="ProposerException">The proposer cannot go on.</exception>
    /// <exception cref="StoreException">The journal cannot be written.</exception>
    public async Task<StopReason> RunAsync(Budget budget, CancellationToken cancellationToken)
    {
        _sessionStart = time.GetTimestamp();
        using var session = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            await RestoreAsync(session.Token);
            using var deadline = new CancellationTokenSource(TimeLeft(budget), time);
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(session.Token, deadline.Token);
            (_deadline, _patience) = (deadline.Token, patience.Token);
            return await SearchAsync(budget, session.Token);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return StopReason.Interrupted;
        }
        finally
        {
            await session.CancelAsync();
            await CloseLanesAsync();
        }
    }

    private async Task<StopReason> SearchAsync(Budget budget, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            OpenLanes(budget, cancellationToken);
            _underWay = _lanes.Count;
            if (_lanes.Count == 0)
            {
                return WhyStop(budget)!.Value;
            }

            var lane = proposer.IsDeterministic ? _lanes[0] : await FirstToMoveAsync();
            if (lane.Evaluation is null)
            {
                await MeetProposalAsync(lane, cancellationToken);
                continue;
            }

            await SettleAsync(lane, await lane.Evaluation, cancellationToken);
            if (WhyStop(budget) is not null || !lane.Ask())
            {
                await CloseLaneAsync(lane);
            }
        }
    }

    /// <summary>In a deterministic search chance decides which prompts are trials of numbers. Beside language models they are opened as evaluators can take them.</summary>
    private void OpenLanes(Budget budget, CancellationToken cancellationToken)
    {
        while (WhyStop(budget) is null)
        {
            var trials = proposer.IsDeterministic ? 0 : _lanes.Count(lane => lane.IsTrial);
            if (!proposer.IsDeterministic && _beliefs.IsTuning && trials < TrialsAtOnce)
            {
                OpenLane(isTrial: true, cancellationToken);
            }
            else if (_lanes.Count - trials < options.Window && (proposer.HasRoom || _lanes.Count == trials))
            {
                OpenLane(proposer.IsDeterministic ? null : false, cancellationToken);
            }
            else
            {
                return;
            }
        }
    }

    private void OpenLane(bool? isTrial, CancellationToken cancellationToken)
    {
        var (ticket, prompt, trial) = _beliefs.Draw(++_prompts, isTrial);
        var patience = proposer.IsDeterministic ? cancellationToken : _patience;
        var proposals = (trial is null ? proposer.ProposeAsync(prompt, patience) : new[] { trial }.ToAsyncEnumerable()).GetAsyncEnumerator(patience);
        var parents = trial is null ? proposer.ParentsOf(prompt) : [.. prompt.Parents.Select(parent => parent.Id)];
        var lane = new Lane(prompt.Number, _beliefs.Samples, ticket, parents, proposals) { IsTrial = trial is not null };
        _lanes.Add(lane);
        lane.Ask();

        // A deterministic proposer has answered by now: its sample gets its number before the next prompt is drawn.
        if (lane.HasArrived)
        {
            Draw(lane, cancellationToken);
        }
    }

    private async Task<Lane> FirstToMoveAsync()
    {
        var moved = await Task.WhenAny(_lanes.Select(lane => lane.Pending));
        return _lanes.First(lane => lane.Pending == moved);
    }

    private async Task MeetProposalAsync(Lane lane, CancellationToken cancellationToken)
    {
        try
        {
            if (await lane.Arrival!)
            {
                Draw(lane, cancellationToken);
                return;
            }

            _proposerIsDone |= lane.Sample is null;
        }
        catch (OperationCanceledException) when (_deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            // The run's time is up: an answer that has not begun is not waited for.
        }

        await CloseLaneAsync(lane);
    }

    private void Draw(Lane lane, CancellationToken cancellationToken)
    {
        var sample = lane.Take(++_samples);
        lane.Evaluate(sample, EvaluateAsync(sample, _beliefs.Meet(sample), cancellationToken));
    }

    private async Task<Outcome> EvaluateAsync(JournalEntry.Proposed sample, Outcome? known, CancellationToken cancellationToken)
    {
        // As they are now: while the sample is written down, others are settled.
        var rivals = _beliefs.RivalsOf(sample.Ticket, sample.Proposal.IsTrial);

        // It may have been paid for: that the search is stopped meanwhile does not lose it.
        await journal.AppendAsync(sample, CancellationToken.None);
        return known ?? await evaluator.EvaluateAsync(sample.Proposal.Body!, rivals, cancellationToken);
    }

    /// <summary>What became of a sample: checked where it claims a new best, then written down, then believed.</summary>
    private async Task SettleAsync(Lane lane, Outcome outcome, CancellationToken cancellationToken)
    {
        var sample = lane.Sample!;
        if (!lane.IsSettled)
        {
            outcome = await _beliefs.Verifier.CheckAsync(sample, outcome, cancellationToken);
            await journal.AppendAsync(new JournalEntry.Settled(sample.Id, outcome, Elapsed), cancellationToken);
        }

        Believe(sample, outcome);
        _progress = _beliefs.Snapshot(Elapsed) with { Earlier = _earlier };
        await JournalResetAsync(cancellationToken);
    }

    private void Believe(JournalEntry.Proposed sample, Outcome outcome)
    {
        var isProgress = _beliefs.Believe(sample, outcome);
        if (!sample.Proposal.IsTrial)
        {
            proposer.Report(sample.Proposal, outcome, isProgress);
        }
    }

    private async Task CloseLaneAsync(Lane lane)
    {
        _lanes.Remove(lane);
        await lane.CloseAsync();
    }

    /// <summary>Closes what is left in flight. What a model has said by now is paid for: it is written down, and evaluated when the run goes on.</summary>
    private async Task CloseLanesAsync()
    {
        await Task.WhenAll(_lanes.Select(lane => lane.CloseAsync()));
        foreach (var lane in _lanes.Where(lane => lane.HasArrived))
        {
            var sample = lane.Take(++_samples);
            _beliefs.Meet(sample);
            await journal.AppendAsync(sample, CancellationToken.None);
            _progress = _beliefs.Snapshot(Elapsed) with { Earlier = _earlier };
        }
    }

    private StopReason? WhyStop(Budget budget)
    {
        var thinking = _lanes.Count(lane => lane.Evaluation is null);
        return _proposerIsDone ? StopReason.ProposerIsDone
            : _samples + thinking >= budget.Samples ? StopReason.Samples
            : Elapsed >= budget.Time || _deadline.IsCancellationRequested ? StopReason.Time
            : specification.Measures.HasReached(_beliefs.Verifier.Best, budget.Target) ? StopReason.Target
            : budget.FirstSpentBy(_beliefs.Spent, (thinking + 1) * proposer.MostPerProposal);
    }

    private TimeSpan TimeLeft(Budget budget) => budget.Time is not { } limit ? Timeout.InfiniteTimeSpan
        : limit <= Elapsed ? TimeSpan.Zero
        : limit - Elapsed < _longestTimer ? limit - Elapsed
        : _longestTimer;
}
