using BenchmarkDotNet.Attributes;
using FunSearch.Islands;
using FunSearch.Programs;
using FunSearch.Search;
using FunSearch.Storage;
using FunSearch.Storage.Sqlite;

namespace FunSearch.Benchmarks;

/// <summary>A proposal into the journal, until it would survive the death of this process: alone, or with others that share its way to the disk.</summary>
public class Journalling
{
    private const int Window = 32;

    private DirectoryInfo _folder = null!;
    private IJournal _journal = null!;
    private long _id;

    [GlobalSetup]
    public async Task SetUp()
    {
        _folder = Directory.CreateTempSubdirectory("funsearch-benchmark-");
        var store = SqliteStore.Open(Path.Combine(_folder.FullName, "store.db"), TimeProvider.System);
        var specification = Candidate.Of(Candidate.BinPacking).Specification;
        await store.CreateRunAsync(
            new RunConfiguration
            {
                Name = "run",
                Problem = specification.Title,
                SpecificationHash = specification.Hash,
                Function = specification.Function,
                Measures = specification.Measures,
                Proposer = "embedded",
                Version = "0",
                Search = new SearchOptions { Seed = 1 },
            },
            CancellationToken.None);
        _journal = await store.OpenJournalAsync("run", CancellationToken.None);
    }

    [GlobalCleanup]
    public async Task CleanUp()
    {
        await _journal.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Benchmark]
    public Task AppendOne() => AppendAsync();

    [Benchmark(OperationsPerInvoke = Window)]
    public Task AppendWindow() => Task.WhenAll(Enumerable.Range(0, Window).Select(_ => AppendAsync()));

    private Task AppendAsync()
    {
        var id = ++_id;
        var proposal = new Proposal(new Body($"{{ return item * {id} - room; }}"), "change a literal");
        return _journal.AppendAsync(new JournalEntry.Proposed(id, Prompt: id, After: id - 1, new IslandTicket(0, 0), [0], proposal), CancellationToken.None);
    }
}
