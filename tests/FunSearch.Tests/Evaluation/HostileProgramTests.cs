using FunSearch.Evaluation;
using FunSearch.Programs;
using FunSearch.Search;

namespace FunSearch.Tests.Evaluation;

/// <summary>Real programs that do their worst, one after the other, before one evaluator. After each an honest one must score.</summary>
[Collection(Processes.InTurn)]
public sealed class HostileProgramTests(HostileProgramTests.Evaluator evaluator) : IClassFixture<HostileProgramTests.Evaluator>
{
    private static readonly Signature Honest = new([6, 15, 34]);

    [Theory]
    [InlineData("{ while (true) { } }", OutcomeKind.TimedOut, "Input small/a: it went through 40,000,000 rounds of loops and calls, and had not ended.")]
    [InlineData(Processes.Endless, OutcomeKind.TimedOut, "Input small/a was still running after 2 s.")]
    [InlineData("{ return all.Length > 3 ? Forever() : 1; double Forever() { while (true) { } } }",
        OutcomeKind.TimedOut, "Input large/a: it went through 40,000,000 rounds of loops and calls, and had not ended.")]
    [InlineData("{ var x = all[7]; return x; }", OutcomeKind.Crashed, "Input small/a: IndexOutOfRangeException: ")]
    [InlineData("{ return all.Length > 3 ? double.NaN : 1; }", OutcomeKind.NotFinite, "Input large/a: NotFiniteNumberException: Weight returned NaN.")]
    [InlineData("{ return 1 / (number - number); }", OutcomeKind.NotFinite, "Input small/a: NotFiniteNumberException: Weight returned ")]
    [InlineData("{ return 1e308; }", OutcomeKind.NotFinite, "Input small/a: the score is ")]
    [InlineData("{ var lists = new List<double[]>(); while (true) { lists.Add(new double[1000000]); } }", OutcomeKind.OutOfMemory, "Input small/a: ")]
    [InlineData("{ while (true) { all = Enumerable.Repeat(number, 1000).ToArray(); } }",
        OutcomeKind.OutOfMemory, "Input small/a: it allocated more than 4,000 MB, freed or not.")]
    [InlineData("{ var huge = new double[int.MaxValue / 4]; huge[^1] = number; return huge.Max(); }", OutcomeKind.OutOfMemory, "Input small/a: ")]
    [InlineData("{ return Down(number); double Down(double x) { return Down(x + 1) + 1; } }",
        OutcomeKind.Crashed, "Input small/a: stack overflow: its functions call each other too deep for 1024 kB.")]
    [InlineData("{ Func<double, double> down = x => x; down = x => down(x) + 1; return down(number); }",
        OutcomeKind.Crashed, "Input small/a: stack overflow: its functions call each other too deep for 1024 kB.")]
    [InlineData("{ return nothing; }", OutcomeKind.DoesNotCompile, "")]
    public async Task Ends_as_what_it_is_and_harms_nobody(string body, OutcomeKind kind, string detail)
    {
        var outcome = await evaluator.Subject.EvaluateAsync(new Body(body), TestContext.Current.CancellationToken);

        var failed = Assert.IsType<Outcome.Failed>(outcome);
        Assert.Equal(kind, failed.Why);
        Assert.StartsWith(detail, failed.Detail);
        await ScoresAnHonestProgram();
    }

    [Fact]
    public async Task An_array_that_a_program_overwrites_is_its_own()
    {
        var overwriting = new Body("{ var mine = all[0]; System.Array.Clear(all); return all.Length > 3 ? 8.5 : mine + 1; }");

        await evaluator.Subject.EvaluateAsync(overwriting, TestContext.Current.CancellationToken);

        await ScoresAnHonestProgram();
    }

    [Fact]
    public async Task Many_at_once_get_their_own_outcomes()
    {
        var bodies = Enumerable.Range(1, 40).Select(i => new Body(i % 20 == 0 ? Processes.Endless : $"{{ return number * {i}; }}"));

        var outcomes = await Task.WhenAll(bodies.Select(body => evaluator.Subject.EvaluateAsync(body, TestContext.Current.CancellationToken)));

        Assert.Equal(Enumerable.Range(1, 40).Select(i => i % 20 == 0 ? (double?)null : 34 * i), outcomes.Select(LastScore));
    }

    private static double? LastScore(Outcome outcome) => outcome is Outcome.Scored scored ? scored.Signature.Scores[^1] : null;

    private async Task ScoresAnHonestProgram()
    {
        var outcome = await evaluator.Subject.EvaluateAsync(new Body("{ return number; }"), TestContext.Current.CancellationToken);

        Assert.Equal(new Outcome.Scored(Honest), outcome);
    }

    public sealed class Evaluator : IAsyncLifetime
    {
        internal WorkerEvaluator Subject { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Subject = await WorkerEvaluator.StartAsync(
            new Weighing().Build(), data: null, new Limits { Time = TimeSpan.FromSeconds(2) }, workers: 2, CancellationToken.None);

        public ValueTask DisposeAsync() => Subject.DisposeAsync();
    }
}
