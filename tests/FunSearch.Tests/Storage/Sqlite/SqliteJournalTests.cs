using FunSearch.Search;

namespace FunSearch.Tests.Storage.Sqlite;

public sealed class SqliteJournalTests : JournalContract, IDisposable
{
    private readonly TemporaryStore _store = new();

    private protected override Task<IJournal> OpenAsync() => _store.OpenJournalAsync();

    public void Dispose() => _store.Dispose();
}
