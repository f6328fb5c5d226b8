using System.Diagnostics;
using FunSearch.Evaluation;
using FunSearch.Programs;

namespace FunSearch.Tests.Evaluation;

/// <summary>Processes that die or are killed while others wait for them.</summary>
[Collection(Processes.InTurn)]
public sealed class ProcessDeathTests : IDisposable
{
    private static readonly Body Honest = new("{ return number; }");
    private static readonly Body Endless = new(Processes.Endless);

    private readonly TellingProblem _telling = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _telling.Dispose();

    [Fact]
    public async Task A_runner_that_is_killed_ends_its_evaluation_as_crashed_and_the_next_one_works()
    {
        await using var evaluator = await StartAsync(_telling.Problem);
        var endless = evaluator.EvaluateAsync(Endless, Cancellation);

        Process.GetProcessById(await _telling.StartedAsync()).Kill();

        var failed = Assert.IsType<Outcome.Failed>(await endless);
        Assert.Equal(
            new Outcome.Failed(OutcomeKind.Crashed, "Input small/a, or one soon after it, ended the process: exit code 137.", ByCircumstance: true), failed);
        Assert.IsType<Outcome.Scored>(await evaluator.EvaluateAsync(Honest, Cancellation));
    }

    [Fact]
    public async Task What_a_runner_leaves_behind_when_it_ends_by_itself_is_ended_too()
    {
        var child = Path.Combine(_telling.Folder, "child");
        var parting = new Weighing
        {
            Run = $$"""
                [Run] public static Weights Weigh(Box box)
                {
                    File.WriteAllText("{{child}}", $"{System.Diagnostics.Process.Start("/bin/sleep", "600").Id}");
                    Environment.Exit((int)Weight(3, box.Numbers));
                    return null;
                }
                """,
        };

        Outcome outcome;
        await using (var evaluator = await StartAsync(parting))
        {
            outcome = await evaluator.EvaluateAsync(Honest, Cancellation);
        }

        var orphan = int.Parse(File.ReadAllText(child));
        await Processes.GoneAsync(orphan);
        Assert.Equal(
            new Outcome.Failed(OutcomeKind.Crashed, "Input small/a, or one soon after it, ended the process: exit code 3.", ByCircumstance: true), outcome);
    }

    [Fact]
    public async Task A_runner_that_died_while_it_waited_is_nobodys_outcome()
    {
        await using var evaluator = await StartAsync(_telling.Problem);
        await evaluator.EvaluateAsync(Honest, Cancellation);

        var runner = Process.GetProcessById(await _telling.StartedAsync());
        runner.Kill();
        await runner.WaitForExitAsync(Cancellation);

        Assert.IsType<Outcome.Scored>(await evaluator.EvaluateAsync(Honest, Cancellation));
    }

    [Fact]
    public async Task A_compiler_that_is_killed_is_replaced_and_the_body_compiled_by_the_next()
    {
        await using var evaluator = await StartAsync(new Weighing());
        await evaluator.EvaluateAsync(Honest, Cancellation);
        var compiler = evaluator.Workers.Single(worker => worker.Role == "compiler");

        // The compiler sleeps, so that it is killed with the body in its hands.
        Processes.Signal("STOP", compiler.Id);
        var outcome = evaluator.EvaluateAsync(new Body("{ return 2 * number; }"), Cancellation);
        Process.GetProcessById(compiler.Id).Kill();

        Assert.Equal(new Outcome.Scored(new Signature([12, 30, 68])), await outcome);
        Assert.NotEqual(compiler.Id, evaluator.Workers.Single(worker => worker.Role == "compiler").Id);
    }

    [Fact]
    public async Task A_compiler_that_does_not_answer_is_killed_at_its_limit()
    {
        await using var evaluator = await StartAsync(new Weighing());
        await evaluator.EvaluateAsync(Honest, Cancellation);

        Processes.Signal("STOP", evaluator.Workers.Single(worker => worker.Role == "compiler").Id);
        var outcome = await evaluator.EvaluateAsync(Endless, Cancellation);

        Assert.Equal(new Outcome.Failed(OutcomeKind.DoesNotCompile, "the compiler was still working on it after 5 s.", ByCircumstance: true), outcome);
        Assert.IsType<Outcome.Scored>(await evaluator.EvaluateAsync(Honest, Cancellation));
    }

    [Fact]
    public async Task Who_stops_waiting_kills_only_his_own_evaluation()
    {
        await using var evaluator = await StartAsync(_telling.Problem);
        using var impatience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var endless = evaluator.EvaluateAsync(Endless, impatience.Token);
        var runner = await _telling.StartedAsync();
        var honest = evaluator.EvaluateAsync(Honest, Cancellation);

        await impatience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => endless);
        Assert.IsType<Outcome.Scored>(await honest);
        Assert.DoesNotContain(evaluator.Workers, worker => worker.Id == runner);
    }

    [Fact]
    public async Task No_process_is_left_when_the_evaluator_is_closed_in_mid_flight()
    {
        var evaluator = await StartAsync(_telling.Problem);
        var endless = evaluator.EvaluateAsync(Endless, Cancellation);
        await _telling.StartedAsync();
        var workers = evaluator.Workers.Select(worker => worker.Id).ToList();

        await evaluator.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => endless);
        Assert.True(workers.Count >= 4);
        Assert.DoesNotContain(workers, Processes.IsAlive);
    }

    [Fact]
    public async Task An_interrupt_from_the_terminal_is_left_to_the_parent()
    {
        await using var evaluator = await StartAsync(_telling.Problem);
        await evaluator.EvaluateAsync(Honest, Cancellation);
        int[] workers = [evaluator.Workers.Single(worker => worker.Role == "compiler").Id, await _telling.StartedAsync()];

        Array.ForEach(workers, worker => Processes.Signal("INT", worker));

        Assert.IsType<Outcome.Scored>(await evaluator.EvaluateAsync(Honest, Cancellation));
        Assert.Subset(evaluator.Workers.Select(worker => worker.Id).ToHashSet(), workers.ToHashSet());
    }

    [Fact]
    public async Task A_worker_sees_nothing_of_its_parents_environment()
    {
        var telling = new Weighing
        {
            Inputs = """
                [Inputs("train")] public static Box[] Train() => Environment.GetEnvironmentVariables().Keys.Cast<string>().Select(name => new Box(name, [])).ToArray();
                """,
        };

        await using var evaluator = await StartAsync(telling);

        Assert.All(evaluator.Inputs.Values.Single(), name => Assert.StartsWith("DOTNET_", name));
    }

    private static async Task<WorkerEvaluator> StartAsync(Weighing problem) =>
        await WorkerEvaluator.StartAsync(problem.Build(), data: null, Processes.Patient, workers: 1, Processes.LanguageWallAlone, Cancellation);
}
