using BenchmarkDotNet.Attributes;
using FunSearch.Islands;
using FunSearch.Prompts;
using FunSearch.Proposers.Llm.Prompts;
using FunSearch.Proposers.Llm.Settings;
using FunSearch.Randomness;

namespace FunSearch.Benchmarks;

/// <summary>The parents of one prompt after so many registrations, and the prompt as a language model reads it.</summary>
public class Sampling
{
    private ProgramsDatabase _database = null!;
    private PromptWriter _writer = null!;
    private long _number;

    [Params(1_000, 100_000)]
    public int Programs { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _database = Population.Grow(Programs);
        _writer = new PromptWriter(Candidate.Of(Candidate.BinPacking).Specification, new PromptSettings(), "Math, List");
    }

    [Benchmark]
    public object SampleParents() => Draw();

    [Benchmark]
    public string SampleParentsAndWritePrompt() => _writer.Write(Draw(), Briefing.First, isCompletion: false);

    private Prompt Draw()
    {
        var number = ++_number;
        var (_, parents) = _database.SampleParents(new SeededRandom(seed: 1, SeededRandom.Stream.Parents, number));
        return new Prompt(number, parents, new SeededRandom(seed: 1, SeededRandom.Stream.Proposal, number));
    }
}
