using FunSearch.Accounts;
using FunSearch.Evaluation;
using FunSearch.Search;
using FunSearch.Specifications;
using FunSearch.Storage;
using FunSearch.Storage.Sqlite;

namespace FunSearch.Runs;

/// <summary>Starts searches, and goes on with stored ones. The door to this library.</summary>
/// <remarks>Thread-safe; several searches may go on at once, each its own run.</remarks>
public sealed class SearchEngine(SearchEngineOptions options, TimeProvider time)
{
    // Short enough to type again; it is shown with every result.
    private const int SeedsByTheClock = 1_000_000;

    /// <summary>An engine with the default options.</summary>
    public SearchEngine()
        : this(new SearchEngineOptions())
    {
    }

    /// <summary>An engine on the system's clock.</summary>
    public SearchEngine(SearchEngineOptions options)
        : this(options, TimeProvider.System)
    {
    }

    /// <summary>Starts the processes of a new search and puts it into the store; <see cref="RunningSearch.RunAsync"/> searches.</summary>
    /// <exception cref="SpecificationException">No search can start from the specification: every mistake, with file and line.</exception>
    /// <exception cref="RunException">The request does not fit: a number is out of its range, the name is taken, nothing to start from, a data file is missing;
    /// a wall is missing (<see cref="SearchEngineOptions.AllowUnsandboxed"/>);
    /// or the program was published so that no worker can be started.</exception>
    /// <exception cref="ProposerException">The proposer cannot be had.</exception>
    /// <exception cref="StoreException">The store cannot be opened or written.</exception>
    public async Task<RunningSearch> StartAsync(SearchRequest request, CancellationToken cancellationToken = default)
    {
        await using var plan = await PlanAsync(request, cancellationToken);
        return await plan.StartAsync(cancellationToken);
    }

    /// <summary>Takes up a stored run exactly where its journal ends.</summary>
    /// <param name="run">Its name; null for the latest.</param>
    /// <param name="budget">Totals over all sessions of the run; null for the stored budget. A finished run goes on with a larger one.</param>
    /// <param name="proposer">Only for a run whose proposer was the program's own: that one again.</param>
    /// <exception cref="RunException">The specification or the data has changed since the run began, or a wall is missing.</exception>
    /// <exception cref="StoreException">There is no such run, or another process works on it.</exception>
    public async Task<RunningSearch> ResumeAsync(
        string? run = null, Budget? budget = null, ProposerChoice? proposer = null, CancellationToken cancellationToken = default)
    {
        await using var plan = await PlanResumeAsync(run, stored => budget ?? stored, proposer, cancellationToken);
        return await plan.StartAsync(cancellationToken);
    }

    /// <summary>Reads, checks and names, without starting a process or writing to the store.</summary>
    internal async Task<SearchPlan> PlanAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        RefuseWithoutWorker();
        if (Violations(request).ToList() is { Count: > 0 } violations)
        {
            throw new RunException(string.Join('\n', violations));
        }

        var data = request.Data is { } files ? await DataHashes.TakeAsync(files, cancellationToken) : null;
        var specification = Problems.Read(request.Problem);
        var proposer = await request.Proposer.KnowingAsync(specification, cancellationToken);
        var from = request.Start ?? (request.From is { } start
            ? await WarmStart.FindAsync(start, specification, Path.GetFullPath(options.Store), time, cancellationToken)
            : null);
        Isolation.Require(options.Walls, options.AllowUnsandboxed, request.Proposer.Name, from);
        var store = SqliteStore.Open(options.Store, time);
        var newRun = new NewRun(store, request.Name, specification.Title);
        var configuration = new RunConfiguration
        {
            Name = await newRun.NameAsync(cancellationToken),
            Problem = Problems.LastingName(specification),
            SpecificationHash = specification.Hash,
            SpecificationParts = specification.Parts,
            Function = specification.Function,
            Measures = specification.Measures,
            Proposer = proposer.Name,
            Models = proposer.Models?.ToJson(),
            Search = ShapeOf(request),
            Version = ProductVersion.Current,
            Limits = request.Limits,
            CutShort = request.CutShort,
            Data = data,
            From = from,
            Budget = request.Budget,
            Walls = options.Walls.Describe(),
        };
        var beginning = from is null ? specification : specification.BeginningWith(from);
        return new SearchPlan(beginning, configuration, store, proposer, options.Workers, options.Walls, time, newRun.ClaimAsync);
    }

    /// <summary>Claims a stored run: until the plan is disposed no other process can work on it.</summary>
    /// <param name="budgetOf">From the stored budget to the one that is in force now.</param>
    internal async Task<SearchPlan> PlanResumeAsync(
        string? run, Func<Budget, Budget> budgetOf, ProposerChoice? proposer, CancellationToken cancellationToken)
    {
        RefuseWithoutWorker();
        var store = SqliteStore.OpenExisting(options.Store, time);
        var stored = (await store.FindRunAsync(run, cancellationToken)).Configuration;
        var specification = await UnchangedProblem.ReadAsync(stored, cancellationToken);
        var choice = proposer ?? ProposerChoice.Of(stored);
        if (choice.Name != stored.Proposer)
        {
            throw new RunException($"The proposer of the run '{stored.Name}' is '{stored.Proposer}', and it does not go on with '{choice.Name}'.");
        }

        Isolation.Require(options.Walls, options.AllowUnsandboxed, stored.Proposer, stored.From);

        // Before all else: while another process works on the run, nothing of it may change.
        var journal = await store.OpenJournalAsync(stored.Name, cancellationToken);
        var configuration = stored with { Budget = budgetOf(stored.Budget), Walls = options.Walls.Describe() };
        return new SearchPlan(specification, configuration, store, choice, options.Workers, options.Walls, time, ClaimAsync, journal: journal);

        async Task<ClaimedRun> ClaimAsync(RunConfiguration claimed, CancellationToken token)
        {
            // Another budget opens a finished run again: the same one leaves it as it is.
            if (claimed.Budget != stored.Budget)
            {
                await store.UpdateBudgetAsync(claimed.Name, claimed.Budget, token);
            }

            return new ClaimedRun(claimed, journal);
        }
    }

    private static void RefuseWithoutWorker()
    {
        if (WorkerExecutable.Fault() is { } fault)
        {
            throw new RunException(fault);
        }
    }

    private IEnumerable<string> Violations(SearchRequest request) => options.Workers >= 1
        ? request.Violations()
        : request.Violations().Prepend($"{nameof(options.Workers)} is {options.Workers}. It must be at least 1: candidates are run by workers.");

    private SearchOptions ShapeOf(SearchRequest request)
    {
        var search = new SearchOptions
        {
            Seed = request.Seed ?? time.GetUtcNow().ToUnixTimeMilliseconds() % SeedsByTheClock,
            Islands = request.Islands,
            Tuning = request.Proposer.Tunes ? request.Tuning : null,
        };
        return request.Proposer.Window is { } window ? search with { Window = window } : search;
    }
}
