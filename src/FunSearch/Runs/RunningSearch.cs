using System.Runtime.CompilerServices;
using FunSearch.Accounts;
using FunSearch.Evaluation;
using FunSearch.Programs;
using FunSearch.Proposers.Syntax;
using FunSearch.Runs.Telemetry;
using FunSearch.Search;
using FunSearch.Specifications;
using FunSearch.Storage;
using FunSearch.Storage.Sqlite;

namespace FunSearch.Runs;

/// <summary>A search whose processes are up: to be enumerated once, and disposed.</summary>
/// <remarks>Not thread-safe. Everything is in the store before it counts: whatever ends this, the run can be resumed.</remarks>
public sealed class RunningSearch : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly SqliteStore _store;
    private readonly ProposerConnection _proposer;
    private readonly IJournal _journal;
    private readonly TimeProvider _time;
    private readonly MeteredEvaluator _meter;
    private readonly SearchLoop _loop;
    private readonly SearchTelemetry _telemetry;
    private StopReason? _stop;
    private int _isBegun;

    internal RunningSearch(
        Specification specification, ClaimedRun run, SqliteStore store, ProposerConnection proposer, WorkerEvaluator evaluator, TimeProvider time)
    {
        (Specification, Configuration, _store, _proposer, Evaluator, _journal, _time) =
            (specification, run.Configuration, store, proposer, evaluator, run.Journal, time);
        _meter = new MeteredEvaluator(new StagedEvaluator(evaluator, Configuration.First), evaluator.AtOnce, time);
        _telemetry = new SearchTelemetry(Run);
        _loop = new SearchLoop(
            specification,
            Configuration.Search,
            new ObservedProposer(proposer.Proposer, _telemetry),
            LiteralTuner.For(specification),
            new ObservedEvaluator(_meter, _telemetry),
            new ObservedJournal(run.Journal, _telemetry),
            time);
        _telemetry.Watch(() => _loop.Progress, specification.Measures.InUsersSign);
        Comparison = new Comparison(specification, evaluator);
    }

    /// <summary>The run's name in the store.</summary>
    public string Run => Configuration.Name;

    /// <summary>What is searched.</summary>
    public Specification Specification { get; }

    internal RunConfiguration Configuration { get; }

    internal Comparison Comparison { get; }

    internal WorkerEvaluator Evaluator { get; }

    /// <summary>Null until the first program has scored. Safe to read from any thread.</summary>
    internal SearchProgress? Progress => _loop.Progress;

    /// <inheritdoc cref="RunProgress.Idle"/>
    internal double? Idle => _meter.Idle;

    /// <summary>Searches until the budget is spent, and tells about every second how it stands.</summary>
    /// <param name="cancellationToken">Ends the search cleanly, and the enumeration with it, without an exception. So does leaving the
    /// enumeration early.</param>
    /// <exception cref="SpecificationException">The first program does not score.</exception>
    /// <exception cref="ProposerException">The proposer cannot go on.</exception>
    /// <exception cref="StoreException">The journal cannot be written.</exception>
    public async IAsyncEnumerable<RunProgress> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _isBegun, 1) != 0)
        {
            throw new InvalidOperationException($"A search is enumerated once. To go on with it, dispose of it and resume the run '{Run}'.");
        }

        using var left = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var search = SearchAsync(left.Token);
        try
        {
            bool ended;
            do
            {
                await Task.WhenAny(search, Task.Delay(Interval, _time, CancellationToken.None));

                // Asked before the snapshot: so the last one is told as well.
                ended = search.IsCompleted;
                if (Snapshot() is { } progress)
                {
                    yield return progress;
                }
            }
            while (!ended);

            await search;
        }
        finally
        {
            // Whoever leaves early learns nothing of how the search ended: what made him leave must not be hidden by it.
            await left.CancelAsync();
            await ((Task)search).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }
    }

    /// <summary>What the search has come to, with the test scores of the best program and of its rivals; nothing is chosen by those.</summary>
    /// <exception cref="InvalidOperationException">There is none: it has not been run, or not as far as the score of a first program.</exception>
    public async Task<RunResult> ResultAsync(CancellationToken cancellationToken = default)
    {
        if (Snapshot() is not { } progress || Progress?.Champion is not { } champion)
        {
            throw new InvalidOperationException("There is no result: the search was not run, or not as far as the score of its first program.");
        }

        var rivals = await Comparison.RivalsAsync(Configuration.From, [Split.Train, Split.Validation], cancellationToken);
        var contenders = await Comparison.OnTestAsync([Contender.Best(champion), .. rivals], cancellationToken);
        return new RunResult(
            Run,
            Configuration.Search.Seed,
            _stop,
            progress with { Best = ProgramReport.Of(contenders[0], champion.Program.Body, Specification) },
            [.. contenders.Skip(1).Select(rival => ProgramReport.Of(rival, BodyOf(rival.Subject), Specification))]);
    }

    /// <summary>Ends the processes and gives the run free.</summary>
    public async ValueTask DisposeAsync()
    {
        _telemetry.Dispose();
        _proposer.Dispose();
        try
        {
            await _journal.DisposeAsync();
        }
        finally
        {
            // Whatever else fails, no process is left behind.
            await Evaluator.DisposeAsync();
        }
    }

    /// <summary>Searches, and notes in the store when the budget is spent.</summary>
    internal async Task<StopReason> SearchAsync(CancellationToken cancellationToken)
    {
        // The loop computes a lot between its waits: it must not hold up whoever watches.
        _meter.Begin();
        StopReason stop;
        try
        {
            stop = await Task.Run(() => _loop.RunAsync(Configuration.Budget, cancellationToken), CancellationToken.None);
        }
        finally
        {
            _meter.End();
        }

        _stop = stop;
        if (stop != StopReason.Interrupted)
        {
            await _store.MarkFinishedAsync(Run, CancellationToken.None);
        }

        return stop;
    }

    private RunProgress? Snapshot() => Progress is { Champion: { } champion } progress
        ? new RunProgress(
            progress.Samples,
            progress.Outcomes,
            ProgramReport.Of(Contender.Best(champion), champion.Program.Body, Specification),
            progress.Elapsed,
            progress.Spent) { Idle = Idle }
        : null;

    private static Body? BodyOf(Subject? subject) => (subject as Subject.Candidate)?.Body;
}
