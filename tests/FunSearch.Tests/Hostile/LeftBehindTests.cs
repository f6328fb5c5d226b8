using FunSearch.Evaluation;
using FunSearch.Programs;
using FunSearch.Search;
using FunSearch.Tests.Evaluation;
using FunSearch.Worker.Walls;

namespace FunSearch.Tests.Hostile;

/// <summary>Both walls are off, so that a program can start others. Its limits are left.</summary>
[Collection(Processes.InTurn)]
public sealed class LeftBehindTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("left-behind").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("while (true) { }", OutcomeKind.TimedOut)]
    [InlineData("return new double[int.MaxValue / 4].Max();", OutcomeKind.OutOfMemory)]
    public async Task A_program_over_its_limit_is_gone_with_every_process_it_started(string excess, OutcomeKind kind)
    {
        var told = Path.Combine(_folder, "processes");
        var body = new Body($$"""
            {
                System.Diagnostics.Process.Start("/bin/sh", new[] { "-c", "echo $$ >> {{told}}; sleep 600 & echo $! >> {{told}}; wait" });
                while (!System.IO.File.Exists("{{told}}") || System.IO.File.ReadAllLines("{{told}}").Length < 2)
                {
                }

                {{excess}}
            }
            """);
        await using var evaluator = await WorkerEvaluator.StartAsync(
            new Weighing().Build(), data: null, new Limits { Time = TimeSpan.FromSeconds(4) }, workers: 1, new Walls(Language: false, ProcessWall.None), TestContext.Current.CancellationToken);

        var outcome = await evaluator.EvaluateAsync(body, TestContext.Current.CancellationToken);

        Assert.Equal(kind, Assert.IsType<Outcome.Failed>(outcome).Why);
        var started = File.ReadAllLines(told).Select(int.Parse).ToList();
        Assert.Equal(2, started.Count);
        await Task.WhenAll(started.Select(Processes.GoneAsync));
    }
}
