using Dapper;
using FunSearch.Accounts;
using FunSearch.Search;
using FunSearch.Specifications;
using FunSearch.Storage;
using FunSearch.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace FunSearch.Tests.Storage.Sqlite;

/// <summary>A store in a folder of its own, gone with the test. Its run is named <c>run</c>.</summary>
internal sealed class TemporaryStore : IDisposable
{
    public const string Run = "run";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("funsearch-store-");

    /// <summary>Where the store is, or will be.</summary>
    public string Path => System.IO.Path.Combine(_folder.FullName, "stores", "store.db");

    public static RunConfiguration Configuration(string name = Run) => new()
    {
        Name = name,
        Problem = "bin-packing:or",
        SpecificationHash = "00ff",
        Function = new EvolvedFunction("Priority", "double", [new("double", "item"), new("double", "room")], "/// <summary>How much.</summary>"),
        Measures = new Measures(Minimise: true, [Split.Train, Split.Validation], ["excess_percent"]),
        Proposer = "embedded",
        Search = new SearchOptions { Seed = 7 },
        Version = "0.1.0",
        Budget = new Budget { Samples = 5_000, Target = 0.1 },
    };

    public SqliteStore Open() => SqliteStore.Open(Path, TimeProvider.System, TimeSpan.FromMilliseconds(50));

    /// <summary>Opens it with its run in it.</summary>
    public async Task<SqliteStore> OpenWithRunAsync()
    {
        var store = Open();
        if ((await store.RunsAsync(TestContext.Current.CancellationToken)).Count == 0)
        {
            await store.CreateRunAsync(Configuration(), TestContext.Current.CancellationToken);
        }

        return store;
    }

    public async Task<IJournal> OpenJournalAsync() =>
        await (await OpenWithRunAsync()).OpenJournalAsync(Run, TestContext.Current.CancellationToken);

    /// <summary>A connection past the store, to do harm.</summary>
    public SqliteConnection Connect()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        return connection;
    }

    public void Execute(string sql)
    {
        using var connection = Connect();
        connection.Execute(sql);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
