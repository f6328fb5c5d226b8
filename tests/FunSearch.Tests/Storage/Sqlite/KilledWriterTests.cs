using FunSearch.Search;
using FunSearch.Storage;

namespace FunSearch.Tests.Storage.Sqlite;

/// <summary>A writing process is killed again and again.</summary>
public sealed class KilledWriterTests : IDisposable
{
    private const int Kills = 5;
    private const int MostReports = 300;

    private readonly TemporaryStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_reported_as_stored_is_there_in_order_and_once()
    {
        var store = await _store.OpenWithRunAsync();
        var chance = new Random(7);

        for (var kill = 1; kill <= Kills; kill++)
        {
            var reported = await WriteAndKillAsync(reports: chance.Next(1, MostReports));

            var ids = await StoredIdsAsync();
            Assert.Equal(RunState.Interrupted, (await store.FindRunAsync(TemporaryStore.Run, Cancellation)).State);
            Assert.Equal(Enumerable.Range(1, ids.Count).Select(id => (long)id), ids);
            Assert.True(ids.Count >= reported, $"{reported} entries were reported as stored, and only {ids.Count} are.");
        }
    }

    [Fact]
    public async Task A_second_process_is_told_which_one_has_the_run()
    {
        var store = await _store.OpenWithRunAsync();
        using var writer = new KillableWriter(_store.Path);
        Assert.NotNull(await writer.NextReportAsync(Cancellation));

        var run = await store.FindRunAsync(TemporaryStore.Run, Cancellation);
        var exception = await Assert.ThrowsAsync<StoreException>(() => store.OpenJournalAsync(TemporaryStore.Run, Cancellation));

        Assert.Equal(RunState.Running, run.State);
        Assert.StartsWith($"Process {writer.ProcessId} works on the run 'run'", exception.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _store.Dispose();

    /// <summary>The last number that the writer reported before it died.</summary>
    private async Task<int> WriteAndKillAsync(int reports)
    {
        using var writer = new KillableWriter(_store.Path);
        var last = -1;
        for (var count = 0; await writer.NextReportAsync(Cancellation) is { } stored; count++)
        {
            last = stored;
            if (count == reports)
            {
                writer.Kill();
            }
        }

        Assert.NotEqual(-1, last);
        return last;
    }

    private async Task<List<long>> StoredIdsAsync()
    {
        await using var journal = await _store.OpenJournalAsync();
        return await journal.ReadAsync(Cancellation).Select(entry => ((JournalEntry.Proposed)entry).Id).ToListAsync(Cancellation);
    }
}
