using BenchmarkDotNet.Attributes;

namespace FunSearch.Benchmarks;

/// <summary>An image into a collectible context of its own, and the first calls of its function: on 27 vectors, which take next to no time.</summary>
public class Loading
{
    private LoadedCandidate _candidate = null!;

    [GlobalSetup]
    public void SetUp() => _candidate = new LoadedCandidate(Candidate.Of("cap-set:3"));

    [Benchmark]
    public double LoadAndFirstRun()
    {
        var unload = _candidate.Load();
        var score = _candidate.Run();
        unload();
        return score;
    }
}
