using FunSearch.Accounts;
using FunSearch.Search;

namespace FunSearch.Tests.Storage.Sqlite;

public sealed class UpgradeTests : IDisposable
{
    // What version 3 added to version 2.
    private const string ToVersion2 = """
        ALTER TABLE runs DROP COLUMN cost;
        ALTER TABLE runs DROP COLUMN unpriced;
        ALTER TABLE exchanges DROP COLUMN estimated;
        ALTER TABLE exchanges DROP COLUMN cost;
        ALTER TABLE exchanges DROP COLUMN turn;
        ALTER TABLE exchanges DROP COLUMN elapsed;
        ALTER TABLE exchanges DROP COLUMN intent;
        PRAGMA user_version = 2;
        """;

    private readonly TemporaryStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_store_of_version_2_is_read_and_written_on()
    {
        await WriteAsync(Entries.Proposed(1, exchange: Entries.Exchange("one")), Entries.Scored(1, 5));
        _store.Execute(ToVersion2);

        await WriteAsync(Entries.Proposed(2, exchange: Entries.Exchange("two")), Entries.Scored(2, 6));

        var run = await _store.Open().FindRunAsync(TemporaryStore.Run, Cancellation);
        Assert.Equal(new Spending(Requests: 2, Tokens: 2_468, Cost: 0.000_001_234m, Unpriced: 1), run.Spent);
        await using var journal = await _store.OpenJournalAsync();
        var exchanges = await journal.ReadAsync(Cancellation).OfType<JournalEntry.Proposed>().Select(proposed => proposed.Proposal.Exchange!).ToListAsync(Cancellation);
        Assert.Equal([new Exchange("small-model", Entries.Exchange("one").Prompt, "one", 1_000, 234), Entries.Exchange("two")], exchanges);
    }

    [Fact]
    public async Task Two_that_find_an_old_store_at_once_both_go_on()
    {
        await WriteAsync(Entries.Proposed(1));
        _store.Execute(ToVersion2);

        var stores = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(_store.Open, Cancellation)));

        Assert.All(await Task.WhenAll(stores.Select(store => store.RunsAsync(Cancellation))), runs => Assert.Single(runs));
    }

    public void Dispose() => _store.Dispose();

    private async Task WriteAsync(params JournalEntry[] entries)
    {
        await using var journal = await _store.OpenJournalAsync();
        foreach (var entry in entries)
        {
            await journal.AppendAsync(entry, Cancellation);
        }
    }
}
