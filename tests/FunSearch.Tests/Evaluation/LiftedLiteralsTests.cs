using System.Diagnostics;
using FunSearch.Accounts;
using FunSearch.Evaluation;
using FunSearch.Islands;
using FunSearch.Programs;
using FunSearch.Proposers.Syntax;
using FunSearch.Search;
using FunSearch.Specifications;
using FunSearch.Tests.Search;

namespace FunSearch.Tests.Evaluation;

/// <summary>Whether a program is compiled, or run as one met before with other literals, can be told from nothing but the time it takes.</summary>
[Collection(Processes.InTurn)]
public sealed class LiftedLiteralsTests(ITestOutputHelper output)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_the_third_of_a_form_on_no_body_is_compiled()
    {
        await using var evaluator = await StartAsync(new Weighing().Build(), lifts: true);
        var compiled = new List<TimeSpan>();

        for (var i = 0; i < 20; i++)
        {
            var outcome = await evaluator.EvaluateAsync(new Body($"{{ return number * {i}.5; }}"), Cancellation);
            Assert.Equal([6 * (i + 0.5), 15 * (i + 0.5), 34 * (i + 0.5)], Assert.IsType<Outcome.Scored>(outcome).Signature.Scores);
            compiled.Add(evaluator.Stages.Sum.Compile);
        }

        Assert.Equal((20, 19), (evaluator.Stages.Sum.Programs, evaluator.Stages.Sum.Lifted));
        Assert.Equal(2, compiled.Distinct().Count());
    }

    [Theory]
    [InlineData("{ return number * 2.5 > 1000 ? double.NaN : number; }", "{ return number * 2e9 > 1000 ? double.NaN : number; }")]
    [InlineData("{ if (number > 100) { var huge = new double[all.Length + 900000000]; return huge[0]; } return 1; }", "{ if (number > 0) { var huge = new double[all.Length + 900000000]; return huge[0]; } return 1; }")]
    [InlineData("{ while (number > 100) { all = all.ToArray(); } return 1; }", "{ while (number > 0) { all = all.ToArray(); } return 1; }")]
    [InlineData("{ return all[all.Length - 1]; }", "{ return all[all.Length - 0]; }")]
    [InlineData("{ int n = 5; return number / n + 10 / (n - 4); }", "{ int n = 5; return number / n + 10 / (n - 5); }")]
    [InlineData("{ int n = 5; return checked(n * 3); }", "{ int n = 5; return checked(n * 2000000000); }")]
    [InlineData("{ return all.Length / 2 * 3.5; }", "{ return all.Length / 0 * 3.5; }")]
    [InlineData("{ return Math.Clamp(number, 1, 2); }", "{ return Math.Clamp(number, 2, 1); }")]
    public async Task What_fails_fails_as_if_nothing_of_its_form_had_been_met(string good, string bad)
    {
        await using var lifting = await StartAsync(new Weighing().Build(), lifts: true);
        await using var plain = await StartAsync(new Weighing().Build(), lifts: false);
        var (body, random) = (new Body(good), new Random(1));
        for (var i = 0; i < 4; i++)
        {
            await lifting.EvaluateAsync(body, Cancellation);
        }

        var lifted = await lifting.EvaluateAsync(new Body(bad), Cancellation);
        var compiled = await plain.EvaluateAsync(new Body(bad), Cancellation);

        Assert.Equal(compiled, lifted);
        Assert.IsType<Outcome.Failed>(lifted);
        Assert.Equal(await plain.EvaluateAsync(body, Cancellation), await lifting.EvaluateAsync(body, Cancellation));
        Assert.True(lifting.Stages.Sum.Lifted >= 3);
    }

    [Fact]
    public async Task A_runner_that_takes_the_place_of_another_is_sent_the_program_again()
    {
        await using var evaluator = await StartAsync(new Weighing().Build(), lifts: true);
        Task<Outcome> ScoreAsync(int i) => evaluator.EvaluateAsync(new Body($"{{ return number * {i}.5; }}"), Cancellation);
        for (var i = 0; i < 3; i++)
        {
            await ScoreAsync(i);
        }

        await evaluator.EvaluateAsync(new Body("{ var huge = new double[int.MaxValue / 4]; huge[^1] = number; return huge.Max(); }"), Cancellation);

        for (var i = 3; i < 6; i++)
        {
            Assert.IsType<Outcome.Scored>(await ScoreAsync(i));
        }

        Assert.Equal((6, 5), (evaluator.Stages.Sum.Programs, evaluator.Stages.Sum.Lifted));
    }

    [Theory]
    [Trait("Category", "Long")]
    [InlineData("bin-packing", 600)]
    [InlineData("cap-set:5", 400)]
    public async Task A_search_is_the_same_with_literals_lifted_and_without(string problem, int samples)
    {
        var lifted = await SearchAsync(problem, samples, lifts: true);
        var plain = await SearchAsync(problem, samples, lifts: false);

        Assert.Equal(Story.Of(plain), Story.Of(lifted));
    }

    [Theory]
    [Trait("Category", "Long")]
    [InlineData("bin-packing", 120)]
    [InlineData("cap-set:5", 120)]
    public async Task Hundreds_of_mutants_of_what_a_search_found_score_the_same_lifted_and_compiled(string problem, int samples)
    {
        var found = (await SearchAsync(problem, samples, lifts: true)).OfType<JournalEntry.Proposed>().Select(entry => entry.Proposal.Body).OfType<Body>()
            .Where(body => LiteralForm.Of(body) is { Numbers.Count: > 1 }).TakeLast(30).ToList();
        await using var lifting = await StartAsync(Read(problem), lifts: true);
        await using var plain = await StartAsync(Read(problem), lifts: false);
        var random = new Random(1);

        foreach (var body in found)
        {
            for (var i = 0; i < 12; i++)
            {
                var mutant = body.Mutated([.. Enumerable.Range(0, LiteralForm.Of(body)!.Numbers.Count)], random, near: 0.8);
                var (compiled, lifted) = (await plain.EvaluateAsync(mutant, Cancellation), await lifting.EvaluateAsync(mutant, Cancellation));
                Assert.True(compiled.Equals(lifted), $"{mutant}\n{compiled}\n{lifted}");
            }
        }

        output.WriteLine($"{problem}: {lifting.Stages.Sum.Lifted} of {lifting.Stages.Sum.Programs} that scored were not compiled");
        Assert.True(lifting.Stages.Sum.Lifted > lifting.Stages.Sum.Programs / 4);
    }

    private async Task<List<JournalEntry>> SearchAsync(string problem, int samples, bool lifts)
    {
        var specification = Read(problem);
        var options = new SearchOptions { Seed = 3, Window = 8, Islands = new IslandOptions { Islands = 4 } };
        var journal = new LoopFixture.Memory([]);
        await using var evaluator = await StartAsync(specification, lifts);
        var start = Stopwatch.GetTimestamp();
        await new SearchLoop(specification, options, new SyntaxProposer(specification), tuner: null, evaluator, journal, TimeProvider.System).RunAsync(new Budget { Samples = samples }, Cancellation);
        var stages = evaluator.Stages.Sum;
        output.WriteLine($"{problem}, {(lifts ? "lifted" : "plain")}: {stages.Lifted} of {stages.Programs} that scored were not compiled, {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s");
        Assert.Equal(lifts, stages.Lifted > 0);
        return [.. journal.Entries];
    }

    private static Specification Read(string problem)
    {
        var place = ProblemFinder.Find(problem);
        return SpecificationReader.Read(place.Path, place.Problem, place.Variant);
    }

    private static async Task<WorkerEvaluator> StartAsync(Specification specification, bool lifts)
    {
        var evaluator = await WorkerEvaluator.StartAsync(specification, data: null, Processes.Patient, workers: 2, Cancellation);
        evaluator.LiftsLiterals = lifts;
        return evaluator;
    }
}
