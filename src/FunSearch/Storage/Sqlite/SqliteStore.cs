using FunSearch.Accounts;
using FunSearch.Search;
using FunSearch.Specifications;
using Microsoft.Data.Sqlite;

namespace FunSearch.Storage.Sqlite;

/// <summary>Runs and their journals in one SQLite file.</summary>
/// <remarks>Thread-safe; several processes may use one store at once, each its own run.</remarks>
internal sealed class SqliteStore
{
    /// <summary>What a run's name looks like, for messages.</summary>
    public const string NameForm = "1 to 100 letters, digits, '.', '_' and '-', beginning with a letter or a digit";

    private const int SuggestedNames = 3;
    private const int LongestName = 100;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    // Who waits for the store's lock asks for it again and again, and must find it free now and then.
    private static readonly TimeSpan _breath = TimeSpan.FromMilliseconds(5);

    private readonly StoreFile _file;
    private readonly TimeProvider _time;

    private SqliteStore(StoreFile file, TimeProvider time)
    {
        _file = file;
        _time = time;
    }

    /// <summary>Absolute path of the file.</summary>
    public string Path => _file.Path;

    /// <summary>What the store takes on the disk, in bytes.</summary>
    public long Length => _file.Length;

    /// <summary>True for what a run can be called: it can be typed as a word, and be part of a file's name.</summary>
    public static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName && char.IsAsciiLetterOrDigit(name[0])
        && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');

    /// <summary>Opens a store; creates its folder and file when they are missing.</summary>
    /// <exception cref="StoreException">It could not be created, or something else is there.</exception>
    public static SqliteStore Open(string path, TimeProvider time) => Open(path, time, _patience);

    /// <summary>Opens a store that must be there: for commands that only read.</summary>
    /// <exception cref="StoreException">There is none, or something else.</exception>
    public static SqliteStore OpenExisting(string path, TimeProvider time)
    {
        var file = new StoreFile(System.IO.Path.GetFullPath(path), _patience);
        file.Check();
        return new SqliteStore(file, time);
    }

    /// <summary>Writes down what a new run is.</summary>
    /// <exception cref="StoreException">Its name is taken, or cannot be part of a file's name.</exception>
    public Task CreateRunAsync(RunConfiguration configuration, CancellationToken cancellationToken)
    {
        if (!IsName(configuration.Name))
        {
            throw new StoreException(
                $"'{configuration.Name}' cannot be a run's name. It must be {NameForm}: it becomes part of a file's name.");
        }

        return AskAsync(
            connection => RunTable.TryInsert(connection, configuration, _time.GetUtcNow())
                ? configuration.Name
                : throw new StoreException(
                    $"The store '{Path}' has a run '{configuration.Name}' already. "
                    + $"Resume it with 'funsearch resume {configuration.Name}', or choose another name."),
            cancellationToken);
    }

    /// <summary>Claims a run for this process, until the journal is disposed, and opens its journal.</summary>
    /// <exception cref="StoreException">There is no such run, or another process has it.</exception>
    public async Task<IJournal> OpenJournalAsync(string run, CancellationToken cancellationToken)
    {
        await AskAsync(connection => Require(connection, run), cancellationToken).ConfigureAwait(false);
        var claim = await RunLock.ClaimAsync(Path, run, _time, cancellationToken).ConfigureAwait(false);
        try
        {
            // Read again: until the claim, another process may still have written.
            var row = await AskAsync(connection => Require(connection, run), cancellationToken).ConfigureAwait(false);
            return new SqliteJournal(_file, _file.Guard(() => _file.Connect()), claim, row);
        }
        catch
        {
            claim.Dispose();
            throw;
        }
    }

    /// <summary>All runs, newest first.</summary>
    public Task<IReadOnlyList<RunSummary>> RunsAsync(CancellationToken cancellationToken) => AskAsync<IReadOnlyList<RunSummary>>(
        connection => [.. RunTable.All(connection).Select(row => Summarise(connection, row))],
        cancellationToken);

    /// <summary>The names of all runs, newest first.</summary>
    public Task<IReadOnlyList<string>> NamesAsync(CancellationToken cancellationToken) => AskAsync(RunTable.Names, cancellationToken);

    /// <summary>One run by name, or the newest when <paramref name="name"/> is null.</summary>
    /// <exception cref="StoreException">There is none; the sentence names those that are most alike.</exception>
    public Task<RunSummary> FindRunAsync(string? name, CancellationToken cancellationToken) => AskAsync(
        connection => Summarise(connection, Require(connection, name ?? Newest(connection))),
        cancellationToken);

    /// <summary>Notes that a run's budget is spent. Undone by whatever is appended, and by another budget.</summary>
    /// <exception cref="StoreException">There is no such run.</exception>
    public Task MarkFinishedAsync(string run, CancellationToken cancellationToken) =>
        AskAsync(connection => RunTable.MarkFinished(connection, Require(connection, run).Id), cancellationToken);

    /// <summary>Gives a run another budget.</summary>
    /// <exception cref="StoreException">There is no such run.</exception>
    public Task UpdateBudgetAsync(string run, Budget budget, CancellationToken cancellationToken) => AskAsync(
        connection =>
        {
            var row = Require(connection, run);
            return RunTable.UpdateConfiguration(connection, row.Id, row.RestoreConfiguration() with { Budget = budget });
        },
        cancellationToken);

    /// <summary>All that is stored of one sample.</summary>
    /// <exception cref="StoreException">There is no such run, or no such sample in it.</exception>
    public Task<StoredSample> ReadSampleAsync(string run, long id, CancellationToken cancellationToken) => AskAsync(
        connection =>
        {
            var row = Require(connection, run);
            var proposed = ProposalTable.Find(connection, row.Id, id)
                ?? throw new StoreException($"The run '{run}' has no sample {id}. Its samples are counted from 0, the first program.");
            return new StoredSample(proposed, OutcomeTable.Find(connection, row.Id, id), VerificationTable.Find(connection, row.Id, id));
        },
        cancellationToken);

    /// <summary>Deletes runs with all that only they use, all of them or none, and gives the space back to the disk. Others may write
    /// meanwhile; whatever breaks it off after the runs are gone, the next deletion gives back the rest.</summary>
    /// <returns>Why some of the space is still taken; null when none is.</returns>
    /// <exception cref="StoreException">There is no such run, or another process has it: none is deleted.</exception>
    public async Task<string?> DeleteAsync(IReadOnlyCollection<string> runs, CancellationToken cancellationToken)
    {
        await AskAsync(connection => RowsOf(connection, runs), cancellationToken).ConfigureAwait(false);
        var claims = new List<RunLock>();
        try
        {
            foreach (var run in runs.Distinct())
            {
                claims.Add(await RunLock.ClaimAsync(Path, run, _time, cancellationToken).ConfigureAwait(false));
            }

            await AskAsync(connection => RunRemoval.Drop(connection, RowsOf(connection, runs)), cancellationToken).ConfigureAwait(false);
            claims.ForEach(claim => claim.Forget());
        }
        finally
        {
            claims.ForEach(claim => claim.Dispose());
        }

        try
        {
            await GiveBackAsync(cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (StoreException exception)
        {
            return exception.Message;
        }
    }

    /// <summary>A sample's line of descent, from the first program to the sample itself.</summary>
    /// <exception cref="StoreException">There is no such run.</exception>
    internal Task<IReadOnlyList<LineageStep>> ReadLineageAsync(string run, long id, CancellationToken cancellationToken) =>
        AskAsync(connection => Lineage.Read(connection, Require(connection, run).Id, id), cancellationToken);

    /// <summary>How a run's best training score grew, from the first program on.</summary>
    /// <exception cref="StoreException">There is no such run.</exception>
    internal Task<IReadOnlyList<Milestone>> ReadMilestonesAsync(string run, CancellationToken cancellationToken) =>
        AskAsync(connection => Milestones.Read(connection, Require(connection, run).Id), cancellationToken);

    /// <param name="patience">How long to wait for another writer's lock.</param>
    internal static SqliteStore Open(string path, TimeProvider time, TimeSpan patience)
    {
        var file = new StoreFile(System.IO.Path.GetFullPath(path), patience);
        file.CreateOrCheck();
        return new SqliteStore(file, time);
    }

    private async Task GiveBackAsync(CancellationToken cancellationToken)
    {
        var connection = _file.Guard(() => _file.Connect());
        await using (connection.ConfigureAwait(false))
        {
            using var steps = RunRemoval.Purge(connection).Concat(StoreFile.Shrink(connection)).GetEnumerator();
            while (await Task.Run(() => _file.Guard(steps.MoveNext), cancellationToken).ConfigureAwait(false))
            {
                await Task.Delay(_breath, _time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private Task<T> AskAsync<T>(Func<SqliteConnection, T> question, CancellationToken cancellationToken) =>
        Task.Run(() => _file.Ask(question), cancellationToken);

    private RunSummary Summarise(SqliteConnection connection, RunTable.Row row) =>
        RunTable.Summarise(connection, row, RunLock.IsHeld(Path, row.Name));

    private string Newest(SqliteConnection connection) => RunTable.Names(connection) is [var newest, ..] ? newest : throw Empty();

    private RunTable.Row Require(SqliteConnection connection, string run) =>
        RunTable.Find(connection, run) ?? throw Missing(connection, run);

    private List<long> RowsOf(SqliteConnection connection, IReadOnlyCollection<string> runs) =>
        [.. runs.Select(run => Require(connection, run).Id).Distinct()];

    private StoreException Missing(SqliteConnection connection, string run)
    {
        var nearest = Nearest.First(run, RunTable.Names(connection)).Take(SuggestedNames).ToList();
        return nearest.Count == 0
            ? Empty()
            : new StoreException(
                $"The store '{Path}' has no run '{run}'. It has {string.Join(", ", nearest)}; 'funsearch runs' lists all.");
    }

    private StoreException Empty() => new($"The store '{Path}' has no run yet. Start one with 'funsearch run PROBLEM'.");
}
