using FunSearch.Evaluation;
using FunSearch.Programs;
using FunSearch.Search;
using FunSearch.Specifications;
using FunSearch.Storage;
using FunSearch.Storage.Sqlite;

namespace FunSearch.Runs;

/// <summary>A search about to start: what could be found wrong without starting a process has been.</summary>
/// <param name="specification">It begins with the program that the user gave, where one was given.</param>
/// <param name="claim">Puts the run into the store, or its new budget: called once all else is at hand, so that what cannot be had is
/// said before the store is touched.</param>
/// <param name="journal">Already open, for a stored run; disposed with the plan unless the search has started.</param>
internal sealed class SearchPlan(
    Specification specification,
    RunConfiguration configuration,
    SqliteStore store,
    ProposerChoice proposer,
    int workers,
    Walls walls,
    TimeProvider time,
    Func<RunConfiguration, CancellationToken, Task<ClaimedRun>> claim,
    IJournal? journal = null) : IAsyncDisposable
{
    private IJournal? _journal = journal;

    public Specification Specification => specification;

    public RunConfiguration Configuration => configuration;

    public int Workers => workers;

    /// <summary>Absolute path of the store.</summary>
    public string Store => store.Path;

    /// <summary>Finds out what else would be refused before any process is started: reaches for the proposer, and lets go of it again.</summary>
    /// <exception cref="RunException">The budget is in money and a price is not known.</exception>
    /// <exception cref="ProposerException">The proposer cannot be had.</exception>
    public async Task TryOutAsync(CancellationToken cancellationToken)
    {
        using var connection = await proposer.ConnectAsync(specification, cancellationToken);
        RefuseUnpriced(connection);
    }

    /// <summary>Starts the processes and claims the run.</summary>
    /// <exception cref="SpecificationException">The inputs cannot be made.</exception>
    /// <exception cref="RunException">The program that the user gave does not score, or the proposer can make nothing of the first one, or the budget
    /// is in money and a price is not known.</exception>
    /// <exception cref="ProposerException">The proposer cannot be had.</exception>
    /// <exception cref="StoreException">The run cannot be stored.</exception>
    public async Task<RunningSearch> StartAsync(CancellationToken cancellationToken)
    {
        var connection = await proposer.ConnectAsync(specification, cancellationToken);
        WorkerEvaluator? evaluator = null;
        try
        {
            RefuseUnpriced(connection);
            evaluator = await WorkerEvaluator.StartAsync(specification, configuration.Data, configuration.Limits, workers, walls, cancellationToken);
            await RefuseUnfitStartAsync(evaluator, cancellationToken);
            var run = await claim(await StagedAsync(evaluator, cancellationToken), cancellationToken);
            _journal = null;
            return new RunningSearch(specification, run, store, connection, evaluator, time);
        }
        catch
        {
            connection.Dispose();
            if (evaluator is not null)
            {
                await evaluator.DisposeAsync();
            }

            throw;
        }
    }

    public ValueTask DisposeAsync() => _journal?.DisposeAsync() ?? ValueTask.CompletedTask;

    private void RefuseUnpriced(ProposerConnection connection)
    {
        if (configuration.Budget.Cost is not null && connection.Unpriced is { Count: > 0 } unpriced)
        {
            throw new RunException(
                $"The budget is in US dollars, and nobody knows the price of {string.Join(" and ", unpriced)}. Say it in the configuration (\"price\": {{ \"input\": 0.25, \"output\": 2 }}, "
                + "in US dollars a million tokens), or limit --tokens or --requests instead.");
        }
    }

    /// <summary>What inputs cost is measured once, and stored: the run cuts short by the same inputs wherever it goes on.</summary>
    private async Task<RunConfiguration> StagedAsync(WorkerEvaluator evaluator, CancellationToken cancellationToken) =>
        _journal is null && configuration.CutShort && await evaluator.CountAsync(specification.FirstBody, cancellationToken) is { } costs
            ? configuration with { First = Stage.FirstOf(costs) }
            : configuration;

    /// <summary>The user's own program is tried before the store is touched, and shown to the proposer: the run would have nothing to begin with.</summary>
    private async Task RefuseUnfitStartAsync(WorkerEvaluator evaluator, CancellationToken cancellationToken)
    {
        if (_journal is null && configuration.From is { } from
            && await evaluator.EvaluateAsync(specification.FirstBody, cancellationToken) is Outcome.Failed failed)
        {
            throw new RunException($"No search can start from {from.Source}: it does not score on every training input. {failed.Detail}");
        }

        if (_journal is null && proposer.Objection(specification) is { } objection)
        {
            throw new RunException(objection);
        }
    }
}
