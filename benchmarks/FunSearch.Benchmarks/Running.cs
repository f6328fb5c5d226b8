using BenchmarkDotNet.Attributes;

namespace FunSearch.Benchmarks;

/// <summary>One input with a candidate that is loaded: 500 items packed, or one cap set built of 6 561 vectors.</summary>
public class Running
{
    private LoadedCandidate _candidate = null!;

    [Params(Candidate.BinPacking, Candidate.CapSet)]
    public string Problem { get; set; } = "";

    [GlobalSetup]
    public void SetUp()
    {
        _candidate = new LoadedCandidate(Candidate.Of(Problem));
        _candidate.Load();
    }

    [Benchmark]
    public double RunAndScore() => _candidate.Run();
}
