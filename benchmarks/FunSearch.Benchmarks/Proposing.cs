using BenchmarkDotNet.Attributes;
using FunSearch.Programs;
using FunSearch.Prompts;
using FunSearch.Proposers.Syntax;
using FunSearch.Randomness;

namespace FunSearch.Benchmarks;

/// <summary>A child of the embedded proposer, of two parents that it has read before.</summary>
public class Proposing
{
    private SyntaxProposer _proposer = null!;
    private ScoredProgram[] _parents = [];
    private long _number;

    [Params(Candidate.BinPacking, Candidate.CapSet)]
    public string Problem { get; set; } = "";

    [GlobalSetup]
    public void SetUp()
    {
        var candidate = Candidate.Of(Problem);
        _proposer = new SyntaxProposer(candidate.Specification);
        _parents = [new ScoredProgram(0, candidate.Specification.FirstBody, new Signature([0])), new ScoredProgram(1, candidate.Body, new Signature([1]))];
    }

    [Benchmark]
    public async Task<object> Propose()
    {
        var number = ++_number;
        var prompt = new Prompt(number, _parents, new SeededRandom(seed: 1, SeededRandom.Stream.Proposal, number));
        return await _proposer.ProposeAsync(prompt, CancellationToken.None).FirstAsync();
    }
}
