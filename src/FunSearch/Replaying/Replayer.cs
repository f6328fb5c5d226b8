using FunSearch.Programs;
using FunSearch.Search;
using FunSearch.Specifications;
using FunSearch.Tuning;

namespace FunSearch.Replaying;

/// <summary>
/// Follows a run's journal and derives each of its lines again from the lines before: prompts are drawn again, proposals written or read
/// again, programs run and new bests examined again, and what came out is believed as the search believed it. Ends at the first difference.
/// </summary>
/// <remarks>One owner, no locks, like the search itself. Only <see cref="Samples"/> and <see cref="Total"/> may be read from elsewhere.</remarks>
internal sealed class Replayer
{
    private readonly IAuthor _author;
    private readonly IEvaluator _evaluator;
    private readonly IJournal _journal;
    private readonly OutcomeDifference _differences;
    private readonly Beliefs _beliefs;
    private readonly PromptReplay _prompts;
    private readonly Dictionary<long, Rerun> _inFlight = [];
    private readonly Dictionary<long, JournalEntry.Verified> _recordedVerifications = [];
    private JournalEntry.Verified? _verification;
    private int _recordedResets;
    private long _recordedAsIs;
    private Outline? _outline;
    private long _samples;

    public Replayer(Specification specification, SearchOptions options, IAuthor author, Tuner? tuner, IEvaluator evaluator, IJournal journal)
    {
        (_author, _evaluator, _journal) = (author, new SecondTry(evaluator), journal);
        _differences = new OutcomeDifference(specification, evaluator.Inputs);
        _beliefs = new Beliefs(options, new Verifier(_evaluator, (verification, _) =>
        {
            _verification = verification;
            return Task.CompletedTask;
        }), tuner);
        _prompts = new PromptReplay(specification, options, author, _beliefs);
    }

    /// <summary>Samples that came out as recorded so far.</summary>
    public long Samples => Volatile.Read(ref _samples);

    /// <summary>Settled samples of the journal; null while it is being read for the first time.</summary>
    public long? Total => Volatile.Read(ref _outline)?.Samples;

    /// <summary>Replays all that is in the journal; a run that was stopped is replayed as far as it came.</summary>
    /// <param name="champion">The sample that the record names as the best; null when it names none.</param>
    /// <exception cref="StoreException">The journal cannot be read.</exception>
    public async Task<ReplayResult> RunAsync(long? champion, CancellationToken cancellationToken)
    {
        using var session = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            Volatile.Write(ref _outline, await Outline.ReadAsync(_journal, cancellationToken));
            await foreach (var entry in _journal.ReadAsync(cancellationToken))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (await FollowAsync(entry, session.Token) is { } difference)
                {
                    return Result($"{difference}.");
                }
            }

            return Result(ChampionDiffers(champion));
        }
        finally
        {
            await session.CancelAsync();
            await Task.WhenAll(_inFlight.Values.Select(Task (rerun) => rerun.Evaluation)).ConfigureAwait(
                ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }
    }

    private async Task<string?> FollowAsync(JournalEntry entry, CancellationToken cancellationToken)
    {
        switch (entry)
        {
            case JournalEntry.Proposed proposed:
                return OfSample(proposed.Id, Follow(proposed, cancellationToken));
            case JournalEntry.Verified verified:
                _recordedVerifications[verified.Id] = verified;
                return null;
            case JournalEntry.Settled settled:
                return OfSample(settled.Id, await FollowAsync(settled, cancellationToken));
            default:
                return Follow((JournalEntry.Reset)entry);
        }
    }

    private string? Follow(JournalEntry.Proposed recorded, CancellationToken cancellationToken)
    {
        if (_prompts.Difference(recorded, out var rivals) is { } difference)
        {
            return difference;
        }

        // The first program is met when it founds the database.
        var known = recorded.Id == 0 ? null : _beliefs.Meet(recorded);
        var evaluation = known is not null ? Task.FromResult(known)
            : _outline!.IsToBeRun(recorded.Id) ? _evaluator.EvaluateAsync(recorded.Proposal.Body!, rivals, cancellationToken)
            : Task.FromCanceled<Outcome>(new CancellationToken(canceled: true));
        _inFlight.Add(recorded.Id, new Rerun(recorded, evaluation));
        return null;
    }

    private async Task<string?> FollowAsync(JournalEntry.Settled recorded, CancellationToken cancellationToken)
    {
        if (!_inFlight.Remove(recorded.Id, out var rerun))
        {
            return "recorded with an outcome, and proposed nowhere before it";
        }

        if (_beliefs.Resets > _recordedResets)
        {
            return $"recorded before a reset of the islands; now the reset after {_beliefs.LastReset!.Registrations:N0} registrations comes first";
        }

        if (_author.IsDeterministic && recorded.Id > 0 && recorded.Id != _beliefs.Samples + 1)
        {
            return $"recorded as settled where sample {_beliefs.Samples + 1:N0} is due";
        }

        if (await OutcomeDiffersAsync(rerun, recorded.Outcome, cancellationToken) is { } difference)
        {
            return difference;
        }

        Believe(rerun.Sample, recorded.Outcome);
        await _prompts.DrawAsync(_outline!.PromptsAfter(_beliefs.Samples), cancellationToken);
        return null;
    }

    private async Task<string?> OutcomeDiffersAsync(Rerun rerun, Outcome recorded, CancellationToken cancellationToken)
    {
        _recordedVerifications.Remove(rerun.Sample.Id, out var verification);
        if (rerun.Sample.Id > 0 && Circumstance.Decided(recorded))
        {
            Take(verification: null);
            return null;
        }

        var now = await rerun.Evaluation;
        if (verification is not null && (Circumstance.Decided(verification) || WasOvertaken(now)))
        {
            Take(verification);
            now = await _beliefs.Verifier.CheckAsync(rerun.Sample, now, cancellationToken);
            return Circumstance.Decided(now) ? null : _differences.Between(recorded, now);
        }

        _verification = null;
        now = await _beliefs.Verifier.CheckAsync(rerun.Sample, now, cancellationToken);
        if (Circumstance.Decided(now))
        {
            Take(verification);
            return null;
        }

        var again = _verification;
        if (verification is not null && again is not null && Circumstance.Decided(again))
        {
            Take(verification);
            again = again with { Validation = verification.Validation };
        }

        return _differences.Between(recorded, now) ?? _differences.Between(verification, again);
    }

    /// <summary>Takes a sample as recorded, with its verification when it has one.</summary>
    private void Take(JournalEntry.Verified? verification)
    {
        _recordedAsIs++;
        if (verification is not null)
        {
            _beliefs.Verifier.Recall(verification);
        }
    }

    // A model's search that was killed between verifying a best and settling it may have settled a better one first when it went on.
    private bool WasOvertaken(Outcome outcome) =>
        !_author.IsDeterministic && outcome is Outcome.Scored scored && scored.Signature.Score <= _beliefs.Verifier.Best;

    private void Believe(JournalEntry.Proposed sample, Outcome outcome)
    {
        if (sample.Id == 0)
        {
            _beliefs.Found(sample, (Outcome.Scored)outcome);
            return;
        }

        var isProgress = _beliefs.Believe(sample, outcome);
        if (!sample.Proposal.IsTrial)
        {
            _author.Report(sample.Proposal, outcome, isProgress);
        }

        Volatile.Write(ref _samples, _beliefs.Samples);
    }

    private string? Follow(JournalEntry.Reset recorded)
    {
        if (_beliefs.Resets == _recordedResets)
        {
            return $"After sample {_beliefs.Samples:N0}: recorded a reset of the islands; now there is none";
        }

        _recordedResets = _beliefs.Resets;
        return ResetDifference.Between(recorded, _beliefs.LastReset!) is { } difference ? $"Reset {_recordedResets}: {difference}" : null;
    }

    // A best that was verified, and not settled before its run was stopped, is champion in the record, and in the search not yet.
    private string? ChampionDiffers(long? recorded)
    {
        var settled = _beliefs.Verifier.Champion is { } champion
            ? new JournalEntry.Verified(champion.Program.Id, champion.Train, champion.Validation)
            : null;
        var now = _recordedVerifications.Values.Prepend(settled).Where(verified => verified?.Merit is not null).MaxBy(verified => verified!.Merit)?.Id;
        return recorded == now ? null : $"The champion: recorded {TellSample(recorded)}; now {TellSample(now)}.";
    }

    private ReplayResult Result(string? difference) => new(
        _beliefs.Samples,
        _beliefs.Database is null ? new Dictionary<OutcomeKind, long>() : _beliefs.Snapshot(TimeSpan.Zero).Outcomes,
        _beliefs.Database?.Registrations ?? 0,
        _beliefs.Resets,
        _beliefs.Verifier.Champion?.Program.Id,
        _recordedAsIs,
        difference);

    private static string? OfSample(long sample, string? difference) => difference is null ? null : $"Sample {sample:N0}: {difference}";

    private static string TellSample(long? sample) => sample is { } id ? $"sample {id:N0}" : "none";

    /// <summary>A sample that is being run again.</summary>
    private sealed record Rerun(JournalEntry.Proposed Sample, Task<Outcome> Evaluation);
}
