using Dapper;
using FunSearch.Search;
using FunSearch.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace FunSearch.Tests.EndToEnd;

/// <summary>A store that commands work on, looked at from outside.</summary>
internal sealed class Store(string path)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Waits until its runs have settled so many samples; fails when the command ends before.</summary>
    public async Task SettledAsync(Command command, int samples)
    {
        while (!File.Exists(path) || await SamplesAsync() < samples)
        {
            await Task.Delay(20, Cancellation);
            Assert.False(command.HasEnded, command.Output + command.Errors);
        }
    }

    /// <summary>Settled samples of all runs.</summary>
    public async Task<long> SamplesAsync()
    {
        try
        {
            return (await SqliteStore.OpenExisting(path, TimeProvider.System).RunsAsync(Cancellation)).Sum(run => run.Samples);
        }
        catch (StoreException)
        {
            // The store is just being made.
            return 0;
        }
    }

    /// <summary>The journal of the latest run.</summary>
    public async Task<IReadOnlyList<JournalEntry>> JournalAsync()
    {
        var runs = SqliteStore.OpenExisting(path, TimeProvider.System);
        var run = await runs.FindRunAsync(null, Cancellation);
        await using var journal = await runs.OpenJournalAsync(run.Configuration.Name, Cancellation);
        return await journal.ReadAsync(Cancellation).ToListAsync(Cancellation);
    }

    /// <summary>Changes it behind the product's back.</summary>
    /// <returns>Rows that were changed.</returns>
    public int Tamper(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        return connection.Execute(sql);
    }
}
