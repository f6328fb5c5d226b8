using System.Diagnostics;
using FunSearch.Evaluation;
using FunSearch.Programs;
using FunSearch.Search;

namespace FunSearch.Tests.Evaluation;

/// <summary>Processes that die, lie, or lose their parent.</summary>
[Collection(Processes.InTurn)]
public sealed class ProcessDeathTests : IDisposable
{
    private const string ReEntry = "FUNSEARCH_TEST_WORKERS_FILE";

    private static readonly Body Honest = new("{ return number; }");
    private static readonly Body Endless = new("{ while (true) { } }");

    private readonly string _folder = Directory.CreateTempSubdirectory("death").FullName;

    private string StartedFile => Path.Combine(_folder, "started");

    /// <summary>A problem whose run first tells which process it is in.</summary>
    private Weighing Telling => new()
    {
        Run = $$"""
            [Run] public static Weights Weigh(Box box)
            {
                File.WriteAllText("{{StartedFile}}.new", $"{Environment.ProcessId}");
                File.Move("{{StartedFile}}.new", "{{StartedFile}}", true);
                return new(box.Numbers.Select(number => Weight(number, box.Numbers)).ToArray());
            }
            """,
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_runner_that_is_killed_ends_its_evaluation_as_crashed_and_the_next_one_works()
    {
        await using var evaluator = await StartAsync(Telling);
        var endless = evaluator.EvaluateAsync(Endless, Cancellation);

        Process.GetProcessById(await StartedAsync()).Kill();

        var failed = Assert.IsType<Outcome.Failed>(await endless);
        Assert.Equal(
            new Outcome.Failed(OutcomeKind.Crashed, "Input small/a, or one soon after it, ended the process: exit code 137."), failed);
        Assert.IsType<Outcome.Scored>(await evaluator.EvaluateAsync(Honest, Cancellation));
    }

    [Fact]
    public async Task A_runner_that_died_while_it_waited_is_nobodys_outcome()
    {
        await using var evaluator = await StartAsync(Telling);
        await evaluator.EvaluateAsync(Honest, Cancellation);

        var runner = Process.GetProcessById(await StartedAsync());
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
        Signal("STOP", compiler.Id);
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

        Signal("STOP", evaluator.Workers.Single(worker => worker.Role == "compiler").Id);
        var outcome = await evaluator.EvaluateAsync(Endless, Cancellation);

        Assert.Equal(new Outcome.Failed(OutcomeKind.DoesNotCompile, "the compiler was still working on it after 2 s."), outcome);
        Assert.IsType<Outcome.Scored>(await evaluator.EvaluateAsync(Honest, Cancellation));
    }

    [Theory]
    [InlineData("\"I am the best program there ever was.\"u8.ToArray()")] // no frame at all
    [InlineData("new byte[] { 255, 255, 255, 127, 70 }")] // scores, of two gigabytes
    [InlineData("new byte[] { 255, 255, 255, 255, 70 }")] // a negative length
    [InlineData("new byte[] { 4, 0, 0, 0, 70, 255, 255, 255, 127 }")] // a frame of scores that promises more than it holds
    [InlineData("new byte[] { 12, 0, 0, 0, 70, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 240, 63 }")] // a score too few
    [InlineData("new byte[] { 4, 0, 0, 0, 69, 9, 0, 0, 0 }")] // a heartbeat of an input that is not there
    [InlineData("new byte[] { 0, 0, 0, 0, 3 }")] // a request
    public async Task A_runner_that_writes_what_no_runner_writes_is_killed(string bytes)
    {
        var forging = new Weighing
        {
            Run = $$"""
                [Run] public static Weights Weigh(Box box)
                {
                    var forged = {{bytes}};
                    using (var output = Console.OpenStandardOutput()) { output.Write(forged, 0, forged.Length); output.Flush(); }
                    return new(box.Numbers.Select(number => Weight(number, box.Numbers)).ToArray());
                }
                """,
        };
        await using var evaluator = await StartAsync(forging);

        var outcome = await evaluator.EvaluateAsync(Honest, Cancellation);

        Assert.Equal(
            new Outcome.Failed(
                OutcomeKind.Crashed,
                "Input small/a, or one soon after it, ended the process: it wrote what no worker writes, and was killed."),
            outcome);
    }

    [Fact]
    public async Task Who_stops_waiting_kills_only_his_own_evaluation()
    {
        await using var evaluator = await StartAsync(Telling);
        using var impatience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var endless = evaluator.EvaluateAsync(Endless, impatience.Token);
        var runner = await StartedAsync();
        var honest = evaluator.EvaluateAsync(Honest, Cancellation);

        await impatience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => endless);
        Assert.IsType<Outcome.Scored>(await honest);
        Assert.DoesNotContain(evaluator.Workers, worker => worker.Id == runner);
    }

    [Fact]
    public async Task No_process_is_left_when_the_evaluator_is_closed_in_mid_flight()
    {
        var evaluator = await StartAsync(Telling);
        var endless = evaluator.EvaluateAsync(Endless, Cancellation);
        await StartedAsync();
        var workers = evaluator.Workers.Select(worker => worker.Id).ToList();

        await evaluator.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => endless);
        Assert.True(workers.Count >= 4);
        Assert.DoesNotContain(workers, IsAlive);
    }

    [Fact]
    public async Task An_interrupt_from_the_terminal_is_left_to_the_parent()
    {
        await using var evaluator = await StartAsync(Telling);
        await evaluator.EvaluateAsync(Honest, Cancellation);
        int[] workers = [evaluator.Workers.Single(worker => worker.Role == "compiler").Id, await StartedAsync()];

        Array.ForEach(workers, worker => Signal("INT", worker));

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

    [Fact]
    public async Task Workers_are_gone_within_a_second_of_their_parents_death()
    {
        var executable = Path.ChangeExtension(typeof(ProcessDeathTests).Assembly.Location, null);
        var start = new ProcessStartInfo(executable, ["-method", $"*.{nameof(Starts_workers_and_waits_for_its_death)}", "-explicit", "only"])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        start.Environment[ReEntry] = _folder;
        using var parent = Process.Start(start)!;
        var workers = File.ReadAllLines(await AppearedAsync(Path.Combine(_folder, "workers"))).Select(int.Parse).ToList();
        Assert.All(workers, worker => Assert.True(IsAlive(worker)));

        parent.Kill();

        using var second = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        second.CancelAfter(TimeSpan.FromSeconds(1));
        foreach (var worker in workers)
        {
            while (IsAlive(worker))
            {
                await Task.Delay(5, second.Token);
            }
        }
    }

    /// <summary>The parent of the test above, which runs it in a process of its own: one of its workers is in an endless loop.</summary>
    [Fact(Explicit = true)]
    public async Task Starts_workers_and_waits_for_its_death()
    {
        var folder = Environment.GetEnvironmentVariable(ReEntry) ?? throw new InvalidOperationException($"{ReEntry} is not set.");
        await using var evaluator = await WorkerEvaluator.StartAsync(
            Telling.Build(), data: null, new Limits { Time = TimeSpan.FromMinutes(1) }, workers: 2, Cancellation);
        var endless = evaluator.EvaluateAsync(Endless, Cancellation);
        await StartedAsync();
        var workers = Path.Combine(folder, "workers");
        File.WriteAllLines($"{workers}.new", evaluator.Workers.Select(worker => $"{worker.Id}"));
        File.Move($"{workers}.new", workers);
        await endless;
    }

    private static async Task<WorkerEvaluator> StartAsync(Weighing problem) =>
        await WorkerEvaluator.StartAsync(problem.Build(), data: null, Processes.Patient, workers: 1, Cancellation);

    /// <summary>The process in which a run has begun.</summary>
    private async Task<int> StartedAsync() => int.Parse(File.ReadAllText(await AppearedAsync(StartedFile)));

    private static async Task<string> AppearedAsync(string path)
    {
        while (!File.Exists(path))
        {
            await Task.Delay(5, Cancellation);
        }

        return path;
    }

    /// <summary>A process that is dead but not yet buried by its parent does not live.</summary>
    private static bool IsAlive(int process)
    {
        try
        {
            return !File.ReadLines($"/proc/{process}/status").Any(line => line.StartsWith("State:\tZ", StringComparison.Ordinal));
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static void Signal(string signal, int process)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process}"]);
        kill.WaitForExit();
    }
}
