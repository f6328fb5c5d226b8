using System.Diagnostics;
using System.Globalization;
using System.Text;
using FunSearch.Storage.Sqlite;

namespace FunSearch.Tests.Storage.Sqlite;

/// <summary>A process that appends proposals as fast as it can, a few at once, and reports how many are stored.</summary>
internal sealed class KillableWriter : IDisposable
{
    private const string StoreVariable = "FUNSEARCH_TESTS_STORE";
    private const int Lanes = 3;

    private readonly Process _process;

    public KillableWriter(string store)
    {
        var tests = typeof(KillableWriter).Assembly.Location;
        _process = Process.Start(new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", ["exec", tests])
        {
            Environment = { ["DOTNET_STARTUP_HOOKS"] = tests, [StoreVariable] = store },
            RedirectStandardOutput = true,
        })!;
    }

    public int ProcessId => _process.Id;

    /// <summary>The next number of entries that are stored; null at the end of its life.</summary>
    public async Task<int?> NextReportAsync(CancellationToken cancellationToken) =>
        await _process.StandardOutput.ReadLineAsync(cancellationToken) is { } line ? int.Parse(line, CultureInfo.InvariantCulture) : null;

    /// <summary>SIGKILL.</summary>
    public void Kill() => _process.Kill();

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    /// <summary>What the process does.</summary>
    internal static async Task AppendForEverAsync()
    {
        var store = SqliteStore.OpenExisting(Environment.GetEnvironmentVariable(StoreVariable)!, TimeProvider.System);
        await using var journal = await store.OpenJournalAsync(TemporaryStore.Run, CancellationToken.None);
        await using var output = Console.OpenStandardOutput();
        for (var stored = await journal.ReadAsync(CancellationToken.None).CountAsync(); ; stored += Lanes)
        {
            await output.WriteAsync(Encoding.ASCII.GetBytes($"{stored}\n"));
            var next = Enumerable.Range(stored + 1, Lanes);
            await Task.WhenAll(next.Select(id => journal.AppendAsync(Entries.Proposed(id), CancellationToken.None)));
        }
    }
}
