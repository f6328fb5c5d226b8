using FunSearch.Programs;
using FunSearch.Proposers.Answers;
using FunSearch.Specifications;
using FunSearch.Tests.Evaluation;

namespace FunSearch.Tests.Hostile.Fuzzing;

/// <summary>Junk through scan, parser, walls, compiler and runner: each text has an outcome of its own. The
/// compiler's limit of time may strike, which Roslyn's parser needs now and then; no process ends for another reason than a limit.</summary>
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
    public Task Much_junk_has_an_outcome_as_well(string kind, int seed) => FuzzAsync(kind, 1_000 + seed, count: 1_000);

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
        var outcomes = new List<(string Text, Outcome Outcome)>();

        foreach (var texts in Texts(kind, seed, count).Chunk(50))
        {
            outcomes.AddRange(texts.Zip(await Task.WhenAll(texts.Select(text => arena.Evaluator.EvaluateAsync(new Body(text), TestContext.Current.CancellationToken)))));
        }

        output.WriteLine(string.Join(" · ", outcomes.CountBy(met => met.Outcome is Outcome.Failed failed ? $"{failed.Why}" : "Scored").Select(pair => $"{pair.Key} {pair.Value}")));
        var circumstances = outcomes.Where(met => met.Outcome is Outcome.Failed { ByCircumstance: true }).ToList();
        circumstances.ForEach(met => output.WriteLine($"{met.Outcome}: {met.Text}"));
        Assert.All(circumstances, met => Assert.Equal("compiler's clock", Wall.That(met.Text, met.Outcome)));
        await arena.NobodyIsHarmedAsync();
    }

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
