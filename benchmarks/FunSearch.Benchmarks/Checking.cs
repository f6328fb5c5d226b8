using BenchmarkDotNet.Attributes;
using FunSearch.Evaluation;
using FunSearch.Worker.Compiling;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Benchmarks;

/// <summary>The walls that a body meets before the compiler does.</summary>
public class Checking
{
    private string _body = "";
    private CandidateSource _source = null!;

    [Params(Candidate.BinPacking, Candidate.CapSet)]
    public string Problem { get; set; } = "";

    [GlobalSetup]
    public void SetUp()
    {
        var candidate = Candidate.Of(Problem);
        _body = candidate.Body.Text;
        _source = new CandidateSource(Setups.ForCompiler(candidate.Specification).Setup, []);
    }

    [Benchmark]
    public object? ScanTokens() => TokenScan.Refuse(_body);

    [Benchmark]
    public object? ParseAndSyntaxWall() => SyntaxWall.Refuse((CompilationUnitSyntax)_source.Around(_body).GetRoot(), _source.FirstLine);
}
