using System.Diagnostics;
using FunSearch.Evaluation;
using FunSearch.Programs;
using FunSearch.Search;

namespace FunSearch.Tests.Evaluation;

[Collection(Processes.InTurn)]
public sealed class ParentDeathTests : IDisposable
{
    private const string ReEntry = "FUNSEARCH_TEST_WORKERS_FOLDER";

    private readonly TellingProblem _telling = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _telling.Dispose();

    [Theory]
    [InlineData(nameof(Starts_workers_and_waits_for_its_death))]
    [InlineData(nameof(Starts_walled_workers_and_waits_for_its_death))]
    public async Task Workers_are_gone_within_a_second_of_their_parents_death(string parentsPart)
    {
        var executable = Path.ChangeExtension(typeof(ParentDeathTests).Assembly.Location, null);
        var start = new ProcessStartInfo(executable, ["-method", $"*.{parentsPart}", "-explicit", "only"])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        start.Environment[ReEntry] = _telling.Folder;
        using var parent = Process.Start(start)!;
        var workers = File.ReadAllLines(await TellingProblem.AppearedAsync(Path.Combine(_telling.Folder, "workers"))).Select(int.Parse).ToList();
        Assert.All(workers, worker => Assert.True(Processes.IsAlive(worker)));

        parent.Kill();

        using var second = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        second.CancelAfter(TimeSpan.FromSeconds(1));
        foreach (var worker in workers)
        {
            while (Processes.IsAlive(worker))
            {
                await Task.Delay(5, second.Token);
            }
        }
    }

    /// <summary>The parent of the test above, which runs it in a process of its own: one of its workers is in an endless loop.</summary>
    [Fact(Explicit = true)]
    public async Task Starts_workers_and_waits_for_its_death()
    {
        await using var evaluator = await WorkerEvaluator.StartAsync(
            _telling.Problem.Build(), data: null, new Limits { Time = TimeSpan.FromMinutes(1) }, workers: 2, Processes.LanguageWallAlone, Cancellation);
        var endless = evaluator.EvaluateAsync(new Body(Processes.Endless), Cancellation);
        await _telling.StartedAsync();
        Tell(evaluator);
        await endless;
    }

    /// <summary>The same behind the process wall, through which a runner cannot tell that it has begun: its processor time does.</summary>
    [Fact(Explicit = true)]
    public async Task Starts_walled_workers_and_waits_for_its_death()
    {
        await using var evaluator = await WorkerEvaluator.StartAsync(
            new Weighing().Build(), data: null, new Limits { Time = TimeSpan.FromMinutes(1) }, workers: 1, Cancellation);
        await evaluator.EvaluateAsync(new Body("{ return number; }"), Cancellation);
        var before = evaluator.Workers.ToDictionary(worker => worker.Id, worker => Time(worker.Id));
        var endless = evaluator.EvaluateAsync(new Body(Processes.Endless), Cancellation);
        while (!before.Any(worker => Time(worker.Key) > worker.Value + TimeSpan.FromSeconds(2)))
        {
            await Task.Delay(5, Cancellation);
        }

        Tell(evaluator);
        await endless;

        static TimeSpan Time(int worker)
        {
            using var process = Process.GetProcessById(worker);
            return process.TotalProcessorTime;
        }
    }

    private static void Tell(WorkerEvaluator evaluator)
    {
        var folder = Environment.GetEnvironmentVariable(ReEntry) ?? throw new InvalidOperationException($"{ReEntry} is not set.");
        var workers = Path.Combine(folder, "workers");
        File.WriteAllLines($"{workers}.new", evaluator.Workers.Select(worker => $"{worker.Id}"));
        File.Move($"{workers}.new", workers);
    }
}
