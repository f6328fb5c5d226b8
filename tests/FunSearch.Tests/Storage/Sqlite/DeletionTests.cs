using Dapper;
using FunSearch.Search;
using FunSearch.Storage.Sqlite;

namespace FunSearch.Tests.Storage.Sqlite;

public sealed class DeletionTests : IDisposable
{
    private const string Other = "other";

    private readonly TemporaryStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_deleted_run_leaves_nothing_behind_and_the_others_as_they_were()
    {
        var store = await FillAsync(TemporaryStore.Run, Entries.Proposed(1, "{ return 1; }", Entries.Exchange("mine")), Entries.Scored(1, 5, 6), Entries.Verified(1, [5, 6]));
        JournalEntry[] kept = [Entries.Proposed(1, "{ return 1; }", Entries.Exchange("theirs")), Entries.Scored(1, 5, 6), Entries.Verified(1, [5, 6])];
        await FillAsync(Other, kept);

        await store.DeleteAsync([TemporaryStore.Run], Cancellation);

        Assert.Equal([Other], await store.NamesAsync(Cancellation));
        Assert.Equal(kept.Select(EntryText.Of), (await ReadAsync(Other)).Select(EntryText.Of));
        using var connection = _store.Connect();
        var tables = connection.Query<string>("SELECT m.name FROM sqlite_schema AS m JOIN pragma_table_info(m.name) AS c ON c.name = 'run' WHERE m.type = 'table'").AsList();
        Assert.Equal(6, tables.Count);
        Assert.All(tables, table => Assert.Equal(0, connection.ExecuteScalar<long>($"SELECT count(*) FROM {table} WHERE run = 1")));
        // One body, one list of scores, one prompt and one answer; an operator, a model and what it was asked for.
        Assert.Equal(4, connection.ExecuteScalar<long>("SELECT count(*) FROM shared"));
        Assert.Equal(3, connection.ExecuteScalar<long>("SELECT count(*) FROM names"));
        Assert.False(File.Exists($"{_store.Path}.{TemporaryStore.Run}.lock"));
    }

    [Fact]
    public async Task The_file_becomes_smaller_by_what_the_run_took()
    {
        var store = await FillAsync(TemporaryStore.Run, [.. Enumerable.Range(1, 3_000).Select(id => Entries.Proposed(id))]);
        await FillAsync(Other, [.. Enumerable.Range(5_001, 300).Select(id => Entries.Proposed(id))]);
        var (before, size) = (store.Length, (await store.FindRunAsync(TemporaryStore.Run, Cancellation)).Bytes);

        await store.DeleteAsync([TemporaryStore.Run], Cancellation);

        Assert.InRange(before - store.Length, size * 9 / 10, before);
    }

    [Fact]
    public async Task The_sizes_of_the_runs_are_together_the_size_of_the_store()
    {
        var store = await FillAsync(TemporaryStore.Run, [.. Enumerable.Range(1, 3_000).Select(id => Entries.Proposed(id))]);
        await FillAsync(Other, [.. Enumerable.Range(5_001, 300).Select(id => Entries.Proposed(id))]);
        await store.DeleteAsync([], Cancellation);

        var runs = await store.RunsAsync(Cancellation);

        Assert.InRange(runs.Sum(run => run.Bytes), store.Length / 2, store.Length);
        Assert.InRange(runs[1].Bytes, 5 * runs[0].Bytes, 20 * runs[0].Bytes);
    }

    [Fact]
    public async Task Of_several_runs_none_is_deleted_when_another_process_has_one()
    {
        var store = await FillAsync(TemporaryStore.Run, Entries.Proposed(1));
        await FillAsync(Other, Entries.Proposed(1));
        await using var journal = await store.OpenJournalAsync(Other, Cancellation);

        var exception = await Assert.ThrowsAsync<StoreException>(() => store.DeleteAsync([TemporaryStore.Run, Other], Cancellation));

        Assert.StartsWith($"Process {Environment.ProcessId} works on the run 'other'", exception.Message, StringComparison.Ordinal);
        Assert.Equal([Other, TemporaryStore.Run], await store.NamesAsync(Cancellation));
        Assert.Single(await ReadAsync(TemporaryStore.Run));
    }

    [Fact]
    public async Task Of_several_runs_none_is_deleted_when_there_is_no_run_of_one_name()
    {
        var store = await FillAsync(TemporaryStore.Run, Entries.Proposed(1));

        var exception = await Assert.ThrowsAsync<StoreException>(() => store.DeleteAsync([TemporaryStore.Run, "rum"], Cancellation));

        Assert.Equal($"The store '{_store.Path}' has no run 'rum'. It has run; 'funsearch runs' lists all.", exception.Message);
        Assert.Single(await ReadAsync(TemporaryStore.Run));
    }

    [Fact]
    public async Task A_deletion_that_is_broken_off_is_finished_by_the_next_and_no_new_run_meets_what_is_left()
    {
        var store = await FillAsync(TemporaryStore.Run, Entries.Proposed(1, exchange: Entries.Exchange("answer")), Entries.Scored(1, 5), Entries.Proposed(2));
        _store.Execute("CREATE TRIGGER stop BEFORE DELETE ON outcomes BEGIN SELECT RAISE(ABORT, 'stopped'); END");

        var kept = await store.DeleteAsync([TemporaryStore.Run], Cancellation);

        Assert.Contains("stopped", kept, StringComparison.Ordinal);
        Assert.Empty(await store.NamesAsync(Cancellation));
        await FillAsync(TemporaryStore.Run, Entries.Proposed(1));
        Assert.Equal([EntryText.Of(Entries.Proposed(1))], (await ReadAsync(TemporaryStore.Run)).Select(EntryText.Of));
        _store.Execute("DROP TRIGGER stop");
        Assert.Null(await store.DeleteAsync([], Cancellation));
        using var connection = _store.Connect();
        Assert.Equal(0, connection.ExecuteScalar<long>("SELECT count(*) FROM outcomes"));
        Assert.Equal(1, connection.ExecuteScalar<long>("SELECT count(*) FROM shared"));
        Assert.Single(await ReadAsync(TemporaryStore.Run));
    }

    [Fact]
    public async Task A_large_run_is_deleted_a_few_rows_at_a_time_and_what_another_takes_up_meanwhile_is_kept()
    {
        const int Bodies = 3 * RunRemoval.RowsAtOnce;
        var store = await FillAsync(TemporaryStore.Run, [.. Enumerable.Range(1, Bodies).Select(id => Entries.Proposed(id))]);
        await FillAsync(Other);
        _store.Execute($"DELETE FROM runs WHERE name = '{TemporaryStore.Run}'");
        await using var journal = await store.OpenJournalAsync(Other, Cancellation);
        using var connection = _store.Connect();

        var steps = new List<int>();
        foreach (var rows in RunRemoval.Purge(connection))
        {
            steps.Add(rows);
            await journal.AppendAsync(Entries.Proposed(Bodies - steps.Count), Cancellation);
        }

        Assert.All(steps, rows => Assert.InRange(rows, 0, RunRemoval.RowsAtOnce));
        Assert.True(steps.Count >= 6, $"{steps.Count}");
        var bodies = await journal.ReadAsync(Cancellation).Select(entry => ((JournalEntry.Proposed)entry).Proposal.Body).ToListAsync(Cancellation);
        Assert.Equal(steps.Select((_, step) => Entries.Proposed(Bodies - step - 1).Proposal.Body), bodies);
        Assert.Equal(steps.Count, connection.ExecuteScalar<long>("SELECT count(*) FROM shared"));
    }

    [Fact]
    public async Task Another_run_is_written_while_one_is_deleted()
    {
        var store = await FillAsync(TemporaryStore.Run, [.. Enumerable.Range(1, 3_000).Select(id => Entries.Proposed(id))]);
        await FillAsync(Other);
        await using var journal = await store.OpenJournalAsync(Other, Cancellation);

        // Both hold the same bodies, and neither may lose one.
        await Task.WhenAll(
            store.DeleteAsync([TemporaryStore.Run], Cancellation),
            Task.WhenAll(Enumerable.Range(1, 500).Select(id => journal.AppendAsync(Entries.Proposed(id), Cancellation))));

        var bodies = await journal.ReadAsync(Cancellation).Select(entry => ((JournalEntry.Proposed)entry).Proposal.Body).ToListAsync(Cancellation);
        Assert.Equal(Enumerable.Range(1, 500).Select(id => Entries.Proposed(id).Proposal.Body), bodies);
    }

    public void Dispose() => _store.Dispose();

    private async Task<SqliteStore> FillAsync(string run, params IReadOnlyList<JournalEntry> entries)
    {
        var store = await _store.OpenWithRunAsync();
        if (run != TemporaryStore.Run)
        {
            await store.CreateRunAsync(TemporaryStore.Configuration(run), Cancellation);
        }

        await using var journal = await store.OpenJournalAsync(run, Cancellation);
        await Task.WhenAll(entries.Select(entry => journal.AppendAsync(entry, Cancellation)));
        return store;
    }

    private async Task<List<JournalEntry>> ReadAsync(string run)
    {
        await using var journal = await _store.Open().OpenJournalAsync(run, Cancellation);
        return await journal.ReadAsync(Cancellation).ToListAsync(Cancellation);
    }
}
