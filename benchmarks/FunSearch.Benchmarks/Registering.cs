using BenchmarkDotNet.Attributes;
using FunSearch.Islands;
using FunSearch.Programs;

namespace FunSearch.Benchmarks;

/// <summary>A scored program into a database after so many registrations; what resets of islands take is shared among them.</summary>
public class Registering
{
    private const int Newcomers = 100;

    private readonly ScoredProgram[] _newcomers = new ScoredProgram[Newcomers];
    private ProgramsDatabase? _database;
    private int _next;

    [Params(1_000, 100_000)]
    public int Programs { get; set; }

    [IterationSetup]
    public void Renew()
    {
        // With a tenth more it is still of its size.
        if (_database is null || _next > 1.1 * Programs)
        {
            (_database, _next) = (Population.Grow(Programs), Programs + 1);
        }

        for (var i = 0; i < Newcomers; i++)
        {
            _newcomers[i] = Population.Program(_next++);
        }
    }

    [Benchmark(OperationsPerInvoke = Newcomers)]
    public long Register()
    {
        foreach (var newcomer in _newcomers)
        {
            Population.Register(_database!, newcomer);
        }

        return _database!.Registrations;
    }
}
