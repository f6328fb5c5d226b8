using FunSearch.Evaluation;
using FunSearch.Programs;
using FunSearch.Worker.Walls;

namespace FunSearch.Tests.Evaluation;

/// <summary>The process wall as the kernel shows it. What it keeps out, hostile programs try.</summary>
[Collection(Processes.InTurn)]
public sealed class ProcessWallTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_thread_pool_that_gets_no_thread_runs_nothing_after_the_call()
    {
        Assert.SkipUnless(ProcessWall.Here.Seccomp, "This machine cannot build the wall.");
        await using var evaluator = await StartAsync(Walls.All with { Language = false });

        await evaluator.EvaluateAsync(new Body("{ for (var i = 0; i < 9; i++) { System.Threading.Tasks.Task.Run(() => { while (true) { } }); } return number; }"), Cancellation);

        var runners = evaluator.Workers.Where(worker => worker.Role == "runner").Select(worker => worker.Id).ToList();
        Assert.All(runners, runner => Assert.DoesNotContain(
            Directory.GetDirectories($"/proc/{runner}/task"), thread => File.ReadAllText(Path.Combine(thread, "comm")).StartsWith(".NET TP Worker", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Every_worker_that_is_ready_stands_behind_it()
    {
        Assert.SkipUnless(ProcessWall.Here.Seccomp, "This machine cannot build the wall.");
        await using var evaluator = await StartAsync(Walls.All);

        await evaluator.EvaluateAsync(new Body("{ return number; }"), Cancellation);

        var compiler = evaluator.Workers.Single(worker => worker.Role == "compiler");
        Assert.Contains("Seccomp:\t2", File.ReadAllText($"/proc/{compiler.Id}/status"), StringComparison.Ordinal);
        Assert.All(Directory.GetDirectories($"/proc/{compiler.Id}/task"), thread => Assert.Contains("Seccomp:\t2", File.ReadAllText(Path.Combine(thread, "status")), StringComparison.Ordinal));
    }

    private static Task<WorkerEvaluator> StartAsync(Walls walls) =>
        WorkerEvaluator.StartAsync(new Weighing().Build(), data: null, Processes.Patient, workers: 1, walls, Cancellation);
}
