using FunSearch.Evaluation;
using FunSearch.Proposers.Syntax;
using FunSearch.Replaying;
using FunSearch.Search;
using FunSearch.Specifications;
using FunSearch.Storage;
using FunSearch.Storage.Sqlite;

namespace FunSearch.Runs;

/// <summary>A replay about to start. Its run is claimed: until the plan is disposed no other process can work on it.</summary>
internal sealed class ReplayPlan : IAsyncDisposable
{
    /// <summary>A replay is patient: what a limit struck in the run is not run again, and little else should be struck, though this machine be
    /// slower or busier than the run's.</summary>
    private const int TimesTheLimit = 5;

    private readonly RunSummary _run;
    private readonly IJournal _journal;

    private ReplayPlan(RunSummary run, IJournal journal) => (_run, _journal) = (run, journal);

    public RunConfiguration Configuration => _run.Configuration;

    /// <param name="run">Null for the newest.</param>
    /// <exception cref="StoreException">There is no such run, or another process works on it.</exception>
    public static async Task<ReplayPlan> MakeAsync(SqliteStore store, string? run, CancellationToken cancellationToken)
    {
        var name = (await store.FindRunAsync(run, cancellationToken)).Configuration.Name;
        var journal = await store.OpenJournalAsync(name, cancellationToken);
        try
        {
            // Not before the claim: until then another process may crown another champion.
            return new ReplayPlan(await store.FindRunAsync(name, cancellationToken), journal);
        }
        catch
        {
            await journal.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the processes.</summary>
    /// <param name="allowUnsandboxed">As <see cref="SearchEngineOptions.AllowUnsandboxed"/>.</param>
    /// <exception cref="RunException">A wall is missing, the specification or the data has changed, or only another program can write the run's proposals.</exception>
    /// <exception cref="SpecificationException">The specification is gone, or its inputs cannot be made.</exception>
    public async Task<RunningReplay> StartAsync(int workers, bool allowUnsandboxed, CancellationToken cancellationToken)
    {
        Isolation.Require(Walls.All, allowUnsandboxed, Configuration.Proposer, Configuration.From);
        var specification = await UnchangedProblem.ReadAsync(Configuration, cancellationToken);
        var author = await ProposerChoice.Of(Configuration).Author(specification, cancellationToken);
        var limits = Configuration.Limits with { Time = Patience.Times(TimesTheLimit, Configuration.Limits.Time) };
        var evaluator = await WorkerEvaluator.StartAsync(specification, Configuration.Data, limits, workers, cancellationToken);
        var staged = new StagedEvaluator(evaluator, Configuration.First);
        return new RunningReplay(new Replayer(specification, Configuration.Search, author, LiteralTuner.For(specification), staged, _journal), _run.Best?.Program.Id, evaluator);
    }

    public ValueTask DisposeAsync() => _journal.DisposeAsync();
}
