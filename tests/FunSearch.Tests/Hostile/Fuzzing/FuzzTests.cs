using FunSearch.Programs;
using FunSearch.Proposers.Answers;
using FunSearch.Tests.Evaluation;

namespace FunSearch.Tests.Hostile.Fuzzing;

/// <summary>Junk through scan, parser, walls, compiler and runner: each text has an outcome of its own, and no process is lost to it.</summary>
[Collection(Processes.InTurn)]
public sealed class FuzzTests(Arena.BehindAllWalls arena, ITestOutputHelper output) : IClassFixture<Arena.BehindAllWalls>
{
    private static readonly EvolvedFunction Weight = new("Weight", "double", [new Parameter("double", "number"), new Parameter("double[]", "all")], "");

    public static TheoryData<string, int> Kinds() => new() { { "bytes", 1 }, { "stream", 2 }, { "stutter", 3 }, { "mutant", 4 } };

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task Every_junk_has_an_outcome(string kind, int seed) => FuzzAsync(kind, seed, count: 150);

    [Theory]
    [MemberData(nameof(Kinds))]
    [Trait("Category", "Long")]
    public Task Much_junk_has_an_outcome_as_well(string kind, int seed) => FuzzAsync(kind, 1_000 + seed, count: 10_000);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_junk_is_too_much_for_who_reads_an_answer(string kind, int seed)
    {
        foreach (var text in Texts(kind, seed, count: 500))
        {
            var reading = AnswerReader.Read($"```csharp\n{text}\n```", Weight, version: 1);

            Assert.NotNull(reading);
        }
    }

    private async Task FuzzAsync(string kind, int seed, int count)
    {
        var compiler = Compiler();
        var outcomes = new List<Outcome>();

        foreach (var texts in Texts(kind, seed, count).Chunk(50))
        {
            outcomes.AddRange(await Task.WhenAll(texts.Select(text => arena.Evaluator.EvaluateAsync(new Body(text), TestContext.Current.CancellationToken))));
        }

        output.WriteLine(string.Join(" · ", outcomes.CountBy(outcome => outcome is Outcome.Failed failed ? $"{failed.Why}" : "Scored").Select(pair => $"{pair.Key} {pair.Value}")));
        Assert.DoesNotContain(outcomes, outcome => outcome is Outcome.Failed { ByCircumstance: true });
        Assert.Equal(compiler, Compiler());
        await arena.NobodyIsHarmedAsync();
    }

    private int Compiler() => arena.Evaluator.Workers.Single(worker => worker.Role == "compiler").Id;

    private static IEnumerable<string> Texts(string kind, int seed, int count)
    {
        var junk = new Junk(seed);
        return Enumerable.Range(0, count).Select(_ => kind switch
        {
            "bytes" => junk.Bytes(),
            "stream" => junk.Stream(),
            "stutter" => junk.Stutter(),
            _ => junk.Mutant(),
        });
    }
}
