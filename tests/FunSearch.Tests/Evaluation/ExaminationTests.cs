using FunSearch.Evaluation;
using FunSearch.Programs;
using FunSearch.Search;
using FunSearch.Specifications;

namespace FunSearch.Tests.Evaluation;

[Collection(Processes.InTurn)]
public sealed class ExaminationTests
{
    private static readonly Subject Honest = new Subject.Candidate(new Body("{ return number; }"));

    [Fact]
    public async Task A_program_is_verified_and_measured_by_a_clean_process()
    {
        var figures = """
            [Figure("heaviest")] public static double Heaviest(IReadOnlyList<(Box Input, Weights Solution)> runs) => runs.Max(run => run.Solution.Values.Max());
            """;

        var examination = await ExamineAsync(new Weighing { More = figures }, Honest);

        Assert.Equal(new Outcome.Scored(new Signature([6, 15, 34])), examination.Outcome);
        Assert.Equal(["small/a", "small/b", "large/a"], examination.Inputs);
        Assert.Equal(6, examination.Figures["heaviest"]["small"]);
        Assert.Equal(10, examination.Figures["heaviest"]["large"]);
        Assert.True(examination.IsVerified);
    }

    [Fact]
    public async Task A_limit_longer_than_a_timer_can_be_set_to_is_as_long_as_it_can()
    {
        var limits = new Limits { Time = TimeSpan.FromDays(1_000) };
        await using var evaluator = await WorkerEvaluator.StartAsync(new Weighing().Build(), data: null, limits, workers: 1, TestContext.Current.CancellationToken);

        var examination = await evaluator.ExamineAsync(Honest, Split.Train, TestContext.Current.CancellationToken);

        Assert.IsType<Outcome.Scored>(examination.Outcome);
    }

    [Fact]
    public async Task A_solution_that_the_verifier_refuses_is_a_wrong_result()
    {
        var tooHeavy = new Subject.Candidate(new Body("{ return number > 8 ? 2000 : number; }"));

        var examination = await ExamineAsync(new Weighing(), tooHeavy);

        Assert.Equal(new Outcome.Failed(OutcomeKind.WrongResult, "Input large/a: A weight of 2000 is above 1000."), examination.Outcome);
        Assert.False(examination.IsVerified);
        Assert.Empty(examination.Figures);
    }

    [Fact]
    public async Task A_score_that_a_clean_process_computes_differently_is_a_wrong_result()
    {
        var lying = new Weighing
        {
            Score = "static int lie; [Score] public static double Sum(Box box, Weights weights) => weights.Values.Sum() + lie;",
            Run = "[Run] public static Weights Weigh(Box box) { lie = 5; return new(box.Numbers.Select(number => Weight(number, box.Numbers)).ToArray()); }",
        };

        var examination = await ExamineAsync(lying, Honest);

        Assert.Equal(
            new Outcome.Failed(OutcomeKind.WrongResult, "Input small/a: its score is 11, but a clean process computes 6 from its solution."),
            examination.Outcome);
    }

    [Fact]
    public async Task A_solution_that_json_loses_is_a_wrong_result()
    {
        var closed = new Weighing
        {
            Run = """
                public abstract class Answer { public double Sum { get; set; } }
                public sealed class Simple : Answer;
                [Run] public static Answer Weigh(Box box) => new Simple { Sum = Weight(box.Numbers[0], box.Numbers) };
                """,
            Score = "[Score] public static double Sum(Box box, Answer answer) => answer.Sum;",
            Verify = "",
        };

        var examination = await ExamineAsync(closed, Honest);

        var failed = Assert.IsType<Outcome.Failed>(examination.Outcome);
        Assert.Equal(OutcomeKind.WrongResult, failed.Why);
        Assert.StartsWith("Input small/a: its solution does not come back from JSON: ", failed.Detail);
    }

    [Fact]
    public async Task A_solution_of_more_than_a_megabyte_is_a_wrong_result()
    {
        var wordy = new Weighing { Run = "[Run] public static Weights Weigh(Box box) => new(new double[1 << 20]);" };

        var examination = await ExamineAsync(wordy, Honest);

        Assert.Equal(
            new Outcome.Failed(OutcomeKind.WrongResult, "Input small/a: its solution has 2097164 bytes as JSON. It must have at most 1048576."),
            examination.Outcome);
    }

    [Fact]
    public async Task Solutions_of_more_than_64_megabytes_together_are_a_wrong_result()
    {
        var wordy = new Weighing
        {
            Inputs = """[Inputs("train")] public static IEnumerable<Box> Train() => Enumerable.Range(1, 70).Select(i => new Box($"{i}", [i]));""",
            Run = "[Run] public static Weights Weigh(Box box) => new(new double[500_000]);",
        };

        var examination = await ExamineAsync(wordy, Honest);

        Assert.Equal(
            new Outcome.Failed(
                OutcomeKind.WrongResult,
                "Input 68: the solutions up to it have 68000816 bytes as JSON. All together must have at most 67108864."),
            examination.Outcome);
    }

    [Fact]
    public async Task Smaller_is_better_turns_the_sign_and_tuples_arrive()
    {
        var minimise = new Weighing
        {
            Minimise = true,
            Run = "[Run] public static (double Sum, int Count) Weigh(Box box) => (box.Numbers.Sum(number => Weight(number, box.Numbers)), 1);",
            Score = "[Score(Minimise = true)] public static double Sum(Box box, (double Sum, int Count) solution) => solution.Sum * solution.Count;",
            Verify = "",
            Unverifiable = "It has no method marked [Verify].",
        };

        var examination = await ExamineAsync(minimise, Honest);

        Assert.Equal(new Outcome.Scored(new Signature([-6, -15, -34])), examination.Outcome);
        Assert.False(examination.IsVerified);
    }

    [Fact]
    public async Task Where_run_returns_the_score_the_number_is_the_solution()
    {
        var direct = new Weighing
        {
            Run = "[Run] public static int Weigh(Box box) => (int)box.Numbers.Sum(number => Weight(number, box.Numbers));",
            Score = "",
            Verify = "",
            Unverifiable = "It has no method marked [Score].",
        };

        var examination = await ExamineAsync(direct, Honest);

        Assert.Equal(new Outcome.Scored(new Signature([6, 15, 34])), examination.Outcome);
    }

    [Fact]
    public async Task A_baseline_is_run_like_a_candidate()
    {
        var more = """[Baseline("Twice")] public static double Twice(double number, double[] all) => 2 * number;""";

        var examination = await ExamineAsync(new Weighing { More = more, Baselines = ["Twice"] }, new Subject.Baseline("Twice"));

        Assert.Equal(new Outcome.Scored(new Signature([12, 30, 68])), examination.Outcome);
        Assert.True(examination.IsVerified);
    }

    [Fact]
    public async Task What_a_specification_prints_reaches_nobody()
    {
        var talkative = new Weighing
        {
            Run = """
                [Run] public static Weights Weigh(Box box)
                {
                    for (var i = 0; i < 10_000; i++) { Console.WriteLine("I am the best."); Console.Error.WriteLine("I am."); }
                    return new(box.Numbers.Select(number => Weight(number, box.Numbers)).ToArray());
                }
                """,
        };

        var examination = await ExamineAsync(talkative, Honest);

        Assert.Equal(new Outcome.Scored(new Signature([6, 15, 34])), examination.Outcome);
    }

    [Fact]
    public async Task A_judge_that_dies_is_asked_again_in_a_new_process()
    {
        var died = Path.Combine(Path.GetTempPath(), $"judge-{Environment.ProcessId}-{nameof(A_judge_that_dies_is_asked_again_in_a_new_process)}");
        var deadly = new Weighing
        {
            Verify = $$"""
                [Verify] public static IEnumerable<string> Check(Box box, Weights weights)
                {
                    if (!File.Exists("{{died}}")) { File.WriteAllText("{{died}}", ""); Environment.Exit(3); }
                    return [];
                }
                """,
        };

        var examination = await ExamineAsync(deadly, Honest, Processes.LanguageWallAlone);

        Assert.Equal(new Outcome.Scored(new Signature([6, 15, 34])), examination.Outcome);
        File.Delete(died);
    }

    [Fact]
    public async Task Examinations_at_once_are_no_more_than_the_workers()
    {
        using var telling = new TellingProblem();
        var busy = Path.Combine(telling.Folder, "busy");
        var alone = new Weighing
        {
            Run = $$"""
                [Run] public static Weights Weigh(Box box)
                {
                    File.Open("{{busy}}", FileMode.CreateNew).Dispose();
                    Thread.Sleep(200);
                    File.Delete("{{busy}}");
                    return new(box.Numbers.Select(number => Weight(number, box.Numbers)).ToArray());
                }
                """,
        };
        var cancellation = TestContext.Current.CancellationToken;
        await using var evaluator = await WorkerEvaluator.StartAsync(alone.Build(), data: null, Processes.Patient, workers: 1, Processes.LanguageWallAlone, cancellation);

        var examinations = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => evaluator.ExamineAsync(Honest, Split.Train, cancellation)));

        Assert.All(examinations, examination => Assert.Equal(new Outcome.Scored(new Signature([6, 15, 34])), examination.Outcome));
    }

    [Fact]
    public async Task A_runner_that_cannot_make_its_inputs_once_is_started_again()
    {
        using var telling = new TellingProblem();
        var unlucky = new Weighing
        {
            Baselines = ["As it is"],
            More = """[Baseline("As it is")] public static double AsItIs(double number, double[] all) => number;""",
            Inputs = $$"""
                [Inputs("train")] public static IEnumerable<Box> Train()
                {
                    try { File.Open("{{telling.Folder}}/first", FileMode.CreateNew).Dispose(); }
                    catch (IOException) { WaitAndFail(); }
                    return [new("a", [1, 2])];
                }
                static void WaitAndFail()
                {
                    if (File.Exists("{{telling.Folder}}/fail")) { return; }
                    File.WriteAllText($"{{telling.Folder}}/waiting-{Environment.ProcessId}", "");
                    while (!File.Exists("{{telling.Folder}}/fail")) { Thread.Sleep(5); }
                    throw new IOException("No luck.");
                }
                """,
        };
        var cancellation = TestContext.Current.CancellationToken;
        await using var evaluator = await WorkerEvaluator.StartAsync(unlucky.Build(), data: null, Processes.Patient, workers: 1, Processes.LanguageWallAlone, cancellation);
        while (Directory.GetFiles(telling.Folder, "waiting-*").Length < 2)
        {
            await Task.Delay(5, cancellation);
        }

        // The spare and the judge are waiting; the examination takes the spare before it fails.
        var examining = evaluator.ExamineAsync(new Subject.Baseline("As it is"), Split.Train, cancellation);
        File.WriteAllText(Path.Combine(telling.Folder, "fail"), "");

        Assert.Equal(new Outcome.Scored(new Signature([3])), (await examining).Outcome);
    }

    [Fact]
    public async Task A_split_without_inputs_cannot_be_examined()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var evaluator = await WorkerEvaluator.StartAsync(new Weighing().Build(), data: null, Processes.Patient, workers: 1, cancellation);

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => evaluator.ExamineAsync(Honest, Split.Test, cancellation));

        Assert.StartsWith("weighing has no test inputs.", exception.Message);
    }

    private static async Task<Examination> ExamineAsync(Weighing problem, Subject subject, Walls? walls = null)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var evaluator = await WorkerEvaluator.StartAsync(problem.Build(), data: null, Processes.Patient, workers: 1, walls ?? Walls.All, cancellation);
        return await evaluator.ExamineAsync(subject, Split.Train, cancellation);
    }
}
