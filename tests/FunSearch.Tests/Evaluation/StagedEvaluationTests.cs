using FunSearch.Evaluation;
using FunSearch.Programs;
using FunSearch.Search;

namespace FunSearch.Tests.Evaluation;

[Collection(Processes.InTurn)]
public sealed class StagedEvaluationTests
{
    private static readonly Weighing Problem = new()
    {
        Inputs = """
            [Inputs("train")] public static IEnumerable<Box> Train() =>
                [new("dear/a", Ones(40)), new("cheap/a", [1]), new("dear/b", Ones(41)), new("cheap/b", [2])];
            private static double[] Ones(int count) => Enumerable.Repeat(1.0, count).ToArray();
            """,
    };

    private static readonly int[] Cheap = [1, 3];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_candidate_below_the_bar_never_meets_the_dear_inputs()
    {
        await using var evaluator = await StartAsync(Problem);

        var cut = await evaluator.EvaluateAsync(new Body("{ while (all.Length > 9) { } return -number; }"), Cheap, bar: 0, Cancellation);
        var whole = await evaluator.EvaluateAsync(new Body("{ while (all.Length > 9) { } return -number; }"), Cancellation);

        Assert.Equal(new Outcome.Failed(OutcomeKind.CutShort, "Cut short after 2 of 4 inputs: their mean is -1.5, the bar was 0."), cut);
        Assert.Equal(OutcomeKind.TimedOut, whole.Kind);
    }

    [Fact]
    public async Task A_candidate_at_the_bar_has_the_signature_that_it_has_without_one()
    {
        await using var evaluator = await StartAsync(Problem);

        var staged = await evaluator.EvaluateAsync(new Body("{ return number; }"), Cheap, bar: 1.5, Cancellation);
        var whole = await evaluator.EvaluateAsync(new Body("{ return number; }"), Cancellation);

        Assert.Equal([40, 1, 41, 2], Assert.IsType<Outcome.Scored>(staged).Signature.Scores);
        Assert.Equal(whole, staged);
    }

    [Fact]
    public async Task Where_less_is_better_it_is_cut_short_above_the_bar()
    {
        await using var evaluator = await StartAsync(Problem with { Minimise = true });

        var more = await evaluator.EvaluateAsync(new Body("{ return 2 * number; }"), Cheap, bar: -2, Cancellation);
        var less = await evaluator.EvaluateAsync(new Body("{ return number; }"), Cheap, bar: -2, Cancellation);

        Assert.Equal(new Outcome.Failed(OutcomeKind.CutShort, "Cut short after 2 of 4 inputs: their mean is 3, the bar was 2."), more);
        Assert.Equal([-40, -1, -41, -2], Assert.IsType<Outcome.Scored>(less).Signature.Scores);
    }

    [Theory]
    [InlineData("{ return number == 2 ? all[99] : number; }", "Input cheap/b: IndexOutOfRangeException")]
    [InlineData("{ return all.Length == 41 ? all[99] : number; }", "Input dear/b: IndexOutOfRangeException")]
    [InlineData("{ var room = new double[1_000_000]; while (all.Length == 41) { Array.Fill(room, number); } return number; }", "Input dear/b was still running")]
    public async Task What_fails_is_told_by_the_name_of_its_input_whatever_the_order(string body, string says)
    {
        await using var evaluator = await StartAsync(Problem, new Limits { Time = TimeSpan.FromSeconds(3) });

        var outcome = await evaluator.EvaluateAsync(new Body(body), Cheap, bar: 0, Cancellation);

        Assert.StartsWith(says, Assert.IsType<Outcome.Failed>(outcome).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_input_costs_its_calls_of_the_function_and_the_rounds_of_its_loops()
    {
        await using var evaluator = await StartAsync(Problem);

        var calls = await evaluator.CountAsync(new Body("{ return number; }"), Cancellation);
        var rounds = await evaluator.CountAsync(new Body("{ var sum = 0.0; for (var i = 0; i < 3; i++) { sum += number; } return sum; }"), Cancellation);
        var none = await evaluator.CountAsync(new Body("{ return all[99]; }"), Cancellation);

        Assert.Equal([40, 1, 41, 1], calls);
        Assert.Equal([160, 4, 164, 4], rounds);
        Assert.Null(none);
    }

    [Fact]
    public async Task The_bar_is_made_of_what_peers_score_on_the_cheap_inputs()
    {
        await using var evaluator = await StartAsync(Problem);
        var staged = new StagedEvaluator(evaluator, Cheap);
        var all = new StagedEvaluator(evaluator, []);
        Signature[] peers = [.. Enumerable.Range(1, 8).Select(number => new Signature([0, 10 + number, 0, 10 + number]))];

        var cut = await staged.EvaluateAsync(new Body("{ return number; }"), new Rivals(peers, Incumbent: null), Cancellation);
        var unbarred = await staged.EvaluateAsync(new Body("{ return number; }"), Rivals.None, Cancellation);
        var unstaged = await all.EvaluateAsync(new Body("{ return number; }"), new Rivals(peers, Incumbent: null), Cancellation);

        Assert.Equal(new Outcome.Failed(OutcomeKind.CutShort, "Cut short after 2 of 4 inputs: their mean is 1.5, the bar was 6."), cut);
        Assert.IsType<Outcome.Scored>(unbarred);
        Assert.IsType<Outcome.Scored>(unstaged);
    }

    [Fact]
    public async Task A_trial_is_out_as_soon_as_it_is_clearly_behind_the_program_that_it_changes()
    {
        var many = Problem with { Inputs = """[Inputs("train")] public static IEnumerable<Box> Train() => Enumerable.Range(1, 8).Select(size => new Box($"box/{size}", [size]));""" };
        await using var evaluator = await StartAsync(many);
        var staged = new StagedEvaluator(evaluator, [2]);
        var rival = new Rivals([], new Signature([1, 2, 3, 4, 5, 6, 7, 8]));

        var worse = await staged.EvaluateAsync(new Body("{ return number - 1; }"), rival, Cancellation);
        var equal = await staged.EvaluateAsync(new Body("{ return number; }"), rival, Cancellation);
        var mixed = await staged.EvaluateAsync(new Body("{ return number % 2 == 0 ? number + 2 : number - 1; }"), rival, Cancellation);

        Assert.Equal(new Outcome.Failed(OutcomeKind.CutShort, "Cut short after 4 of 8 inputs: their mean is 1.5, that of the program with other numbers was 2.5."), worse);
        Assert.Equal(rival.Incumbent, Assert.IsType<Outcome.Scored>(equal).Signature);
        Assert.Equal([0, 4, 2, 6, 4, 8, 6, 10], Assert.IsType<Outcome.Scored>(mixed).Signature.Scores);
    }

    [Fact]
    public async Task What_a_specification_keeps_of_a_program_is_forgotten_before_the_next_one()
    {
        var keeping = Problem with
        {
            Score = "[Score] public static double Sum(Box box, Weights weights) => _inputs++;",
            More = "private static int _inputs = 100; [Begin] public static void Forget() => _inputs = 0;",
        };
        await using var evaluator = await StartAsync(keeping);

        // Compiled twice, then run as one program with other numbers.
        foreach (var number in Enumerable.Range(1, 4))
        {
            var outcome = await evaluator.EvaluateAsync(new Body($"{{ return {number}; }}"), Cancellation);
            Assert.Equal([0, 1, 2, 3], Assert.IsType<Outcome.Scored>(outcome).Signature.Scores);
        }
    }

    private static Task<WorkerEvaluator> StartAsync(Weighing problem, Limits? limits = null) =>
        WorkerEvaluator.StartAsync(problem.Build(), data: null, limits ?? Processes.Patient, workers: 1, Cancellation);
}
