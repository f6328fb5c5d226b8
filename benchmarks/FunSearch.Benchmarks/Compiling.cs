using BenchmarkDotNet.Attributes;
using FunSearch.Worker.Compiling;

namespace FunSearch.Benchmarks;

/// <summary>The whole front end, from a body to an image that has passed every wall.</summary>
public class Compiling
{
    private Candidate _candidate = null!;
    private CandidateCompiler _compiler = null!;

    [Params(Candidate.BinPacking, Candidate.CapSet)]
    public string Problem { get; set; } = "";

    [GlobalSetup]
    public void SetUp()
    {
        _candidate = Candidate.Of(Problem);
        _compiler = _candidate.Compiler();
    }

    [Benchmark]
    public object Compile() => _compiler.Compile(_candidate.Body.Text);
}
