using FunSearch.Search;
using FunSearch.Storage.Sqlite;

namespace FunSearch.Tests.Storage.Sqlite;

public sealed class BadStoreTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void A_reading_command_without_a_store_says_how_to_start_a_run()
    {
        var exception = Assert.Throws<StoreException>(() => SqliteStore.OpenExisting(_store.Path, TimeProvider.System));

        Assert.Equal(
            $"There is no store '{_store.Path}'. Start a run with 'funsearch run PROBLEM', or name the store's place with --store.",
            exception.Message);
        Assert.False(File.Exists(_store.Path));
    }

    [Fact]
    public void An_empty_file_becomes_a_store_only_when_a_run_starts()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_store.Path)!);
        File.WriteAllBytes(_store.Path, []);

        var exception = Assert.Throws<StoreException>(() => SqliteStore.OpenExisting(_store.Path, TimeProvider.System));
        _store.Open();

        Assert.StartsWith($"There is no store '{_store.Path}'.", exception.Message, StringComparison.Ordinal);
        Assert.Equal(_store.Path, SqliteStore.OpenExisting(_store.Path, TimeProvider.System).Path);
    }

    [Fact]
    public void A_file_that_is_no_database_is_left_alone()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_store.Path)!);
        File.WriteAllText(_store.Path, string.Concat(Enumerable.Repeat("A shopping list: bread, milk. ", 100)));
        var before = File.ReadAllText(_store.Path);

        var exception = Assert.Throws<StoreException>(_store.Open);

        Assert.Equal($"'{_store.Path}' is no store: it is not an SQLite database. Choose another with --store.", exception.Message);
        Assert.Equal(before, File.ReadAllText(_store.Path));
    }

    [Fact]
    public void A_database_of_another_program_is_left_alone()
    {
        _store.Execute("CREATE TABLE friends (name TEXT)");
        var before = File.ReadAllBytes(_store.Path);

        var exception = Assert.Throws<StoreException>(_store.Open);

        Assert.Equal($"'{_store.Path}' is no store: it is a database of another program. Choose another with --store.", exception.Message);
        Assert.Equal(before, File.ReadAllBytes(_store.Path));
    }

    [Theory]
    [InlineData(0, "an older one made it. Use that one for its runs")]
    [InlineData(99, "a newer one made it. Update this program")]
    public void A_store_of_another_version_says_which_and_what_to_do(int version, string mend)
    {
        _store.Open();
        _store.Execute($"PRAGMA user_version = {version}");

        var opening = Assert.Throws<StoreException>(_store.Open);
        var reading = Assert.Throws<StoreException>(() => SqliteStore.OpenExisting(_store.Path, TimeProvider.System));

        Assert.Contains($"is of version {version}, and this program reads version {3}: {mend}", opening.Message, StringComparison.Ordinal);
        Assert.Equal(opening.Message, reading.Message);
    }

    [Fact]
    public async Task A_writer_that_never_lets_go_fails_what_waits_and_all_that_follows_alike()
    {
        await using var journal = await _store.OpenJournalAsync();
        await journal.AppendAsync(Entries.Proposed(1), Cancellation);
        await using var other = _store.Connect();
        await using var transaction = other.BeginTransaction();

        var waiting = await Assert.ThrowsAsync<StoreException>(() => journal.AppendAsync(Entries.Proposed(2), Cancellation));
        await transaction.RollbackAsync(Cancellation);
        var later = await Assert.ThrowsAsync<StoreException>(() => journal.AppendAsync(Entries.Proposed(3), Cancellation));

        Assert.Equal($"The store '{_store.Path}' is locked by another program. Close what has it open, and try again.", waiting.Message);
        Assert.Same(waiting, later);
        Assert.Single(await journal.ReadAsync(Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task A_full_disk_loses_nothing_that_was_reported_as_stored()
    {
        using var disk = SmallDisk.Mount(kilobytes: 1_000);
        var path = Path.Combine(disk.Folder, "store.db");
        var store = SqliteStore.Open(path, TimeProvider.System);
        await store.CreateRunAsync(TemporaryStore.Configuration(), Cancellation);
        var stored = 0;

        await using (var journal = await store.OpenJournalAsync(TemporaryStore.Run, Cancellation))
        {
            var exception = await Assert.ThrowsAsync<StoreException>(async () =>
            {
                for (; ; stored++)
                {
                    await journal.AppendAsync(Entries.Proposed(stored + 1), Cancellation);
                }
            });
            Assert.Equal(
                $"The store '{path}' cannot grow: its disk is full. Make room and resume; what was reported is stored.",
                exception.Message);
        }

        await using var reopened = await store.OpenJournalAsync(TemporaryStore.Run, Cancellation);
        var ids = await reopened.ReadAsync(Cancellation).Select(entry => ((JournalEntry.Proposed)entry).Id).ToListAsync(Cancellation);
        Assert.Equal(Enumerable.Range(1, stored).Select(id => (long)id), ids);
    }

    [Fact]
    public async Task A_read_only_disk_has_its_sentence()
    {
        using var disk = SmallDisk.Mount(kilobytes: 1_000);
        var path = Path.Combine(disk.Folder, "store.db");
        var store = SqliteStore.Open(path, TimeProvider.System);
        await store.CreateRunAsync(TemporaryStore.Configuration(), Cancellation);
        disk.MakeReadOnly();

        var opening = Assert.Throws<StoreException>(() => SqliteStore.Open(path, TimeProvider.System));
        var claiming = await Assert.ThrowsAsync<StoreException>(() => store.OpenJournalAsync(TemporaryStore.Run, Cancellation));

        Assert.Equal(
            $"The store '{path}' cannot be opened for writing. It must be a file, in a folder that you may write.",
            opening.Message);
        Assert.Equal(opening.Message, claiming.Message);
    }

    [Fact]
    public async Task A_read_only_file_has_its_sentence()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "Root may write any file.");
        await _store.OpenWithRunAsync();
        File.SetAttributes(_store.Path, FileAttributes.ReadOnly);
        await using var journal = await _store.OpenJournalAsync();

        var exception = await Assert.ThrowsAsync<StoreException>(() => journal.AppendAsync(Entries.Proposed(1), Cancellation));

        Assert.Equal(
            $"The store '{_store.Path}' cannot be written: the file is read-only. Make it writable, or choose another with --store.",
            exception.Message);
    }

    [Fact]
    public void A_folder_in_the_stores_place_has_its_sentence()
    {
        Directory.CreateDirectory(_store.Path);

        var exception = Assert.Throws<StoreException>(_store.Open);

        Assert.Equal(
            $"The store '{_store.Path}' cannot be opened for writing. It must be a file, in a folder that you may write.",
            exception.Message);
    }

    [Theory]
    [InlineData("UPDATE shared SET content = x'FFFF00' WHERE id IN (SELECT body FROM proposals)")]
    [InlineData("UPDATE shared SET content = substr(content, 1, 5) WHERE id IN (SELECT body FROM proposals)")]
    [InlineData("UPDATE shared SET content = x'FFFFFFFFFF00' WHERE id IN (SELECT body FROM proposals)")]
    [InlineData("UPDATE shared SET content = x'' WHERE id IN (SELECT body FROM proposals)")]
    [InlineData("UPDATE proposals SET parents = x'FF'")]
    [InlineData("UPDATE shared SET content = x'' WHERE id IN (SELECT scores FROM outcomes)")]
    [InlineData("UPDATE shared SET content = x'00000000000000F07F' WHERE id IN (SELECT scores FROM outcomes)")]
    [InlineData("UPDATE shared SET content = x'0201' WHERE id IN (SELECT scores FROM outcomes)")]
    [InlineData("UPDATE outcomes SET scores = 77")]
    [InlineData("UPDATE proposals SET body = 77")]
    [InlineData("UPDATE outcomes SET kind = 77")]
    [InlineData("UPDATE verifications SET train = x'3D'")]
    public async Task A_damaged_entry_is_told_not_guessed(string damage)
    {
        await using var journal = await _store.OpenJournalAsync();
        await journal.AppendAsync(Entries.Proposed(1), Cancellation);
        await journal.AppendAsync(Entries.Verified(1, [5]), Cancellation);
        await journal.AppendAsync(Entries.Scored(1, 5, 6.5), Cancellation);
        _store.Execute(damage);

        var exception = await Assert.ThrowsAsync<StoreException>(() => journal.ReadAsync(Cancellation).ToListAsync(Cancellation).AsTask());

        Assert.StartsWith($"The store '{_store.Path}' is damaged: ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_configuration_is_told()
    {
        var store = await _store.OpenWithRunAsync();
        _store.Execute("UPDATE runs SET configuration = '{'");

        var exception = await Assert.ThrowsAsync<StoreException>(() => store.RunsAsync(Cancellation));

        Assert.StartsWith($"The store '{_store.Path}' is damaged: ", exception.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _store.Dispose();
}
