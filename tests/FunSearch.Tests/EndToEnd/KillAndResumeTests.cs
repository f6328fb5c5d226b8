using FunSearch.Accounts;
using FunSearch.Storage;
using FunSearch.Storage.Sqlite;
using FunSearch.Tests.Evaluation;
using FunSearch.Tests.Search;

namespace FunSearch.Tests.EndToEnd;

[Collection(Processes.InTurn)]
public sealed class KillAndResumeTests : IDisposable
{
    private const int Samples = 240;

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_run_killed_again_and_again_ends_as_the_one_that_was_left_alone()
    {
        using var whole = await Command.RunAsync(_folder.Path, "run", "bin-packing", "--samples", $"{Samples}", "--seed", "5", "--workers", "1", "--store", "whole.db");
        Assert.Equal(0, whole.ExitCode);

        var start = new[] { "run", "bin-packing", "--samples", $"{Samples}", "--seed", "5", "--workers", "2", "--store", "killed.db", "--name", "again" };
        // Soon after the first sample, then before the workers are up, then in full swing.
        foreach (var settled in new[] { 1, 0, 80, 160 })
        {
            using var command = Command.Start(_folder.Path, start);
            await Store("killed.db").SettledAsync(command, settled);
            var workers = command.Children();
            await command.KillAsync();

            Assert.Equal(settled > 0, workers.Count > 0);
            await GoneAsync(workers);
            start = ["resume", "again", "--store", "killed.db"];
        }

        using var last = await Command.RunAsync(_folder.Path, "resume", "again", "--store", "killed.db");
        Assert.Equal(0, last.ExitCode);
        Assert.Equal(Story.Of(await Store("whole.db").JournalAsync()), Story.Of(await Store("killed.db").JournalAsync()));
    }

    [Fact]
    public async Task Ctrl_C_ends_cleanly_and_says_how_to_go_on()
    {
        using var command = Command.Start(_folder.Path, "run", "bin-packing", "--time", "none", "--seed", "5", "--store", "stopped.db", "--name", "stopped");
        await Store("stopped.db").SettledAsync(command, 20);

        command.Interrupt();
        await command.EndedAsync();

        Assert.Equal(130, command.ExitCode);
        Assert.Contains("resume stopped", command.Output, StringComparison.Ordinal);
        Assert.Contains("public static double Priority(", command.Output, StringComparison.Ordinal);
        using var runs = await Command.RunAsync(_folder.Path, "runs", "--store", "stopped.db");
        Assert.Contains("interrupted", runs.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_another_process_works_on_stays_as_it_is()
    {
        using var first = Command.Start(_folder.Path, "run", "bin-packing", "--time", "none", "--seed", "5", "--store", "held.db", "--name", "held");
        await Store("held.db").SettledAsync(first, 1);

        using var second = await Command.RunAsync(_folder.Path, "resume", "held", "--samples", "5", "--store", "held.db");

        Assert.Equal(1, second.ExitCode);
        Assert.Contains($"Process {first.Id} works on the run 'held'", second.Errors, StringComparison.Ordinal);
        var run = await SqliteStore.OpenExisting(Path.Combine(_folder.Path, "held.db"), TimeProvider.System).FindRunAsync("held", Cancellation);
        Assert.Equal(new Budget(), run.Configuration.Budget);
        Assert.Equal(RunState.Running, run.State);
    }

    [Fact]
    public async Task After_a_target_the_next_step_that_is_shown_goes_on()
    {
        using var run = await Command.RunAsync(
            _folder.Path, "run", "bin-packing", "--samples", "5", "--target", "1000000", "--seed", "5", "--store", "target.db", "--name", "reached");
        var step = run.Output.Split('\n').Single(line => line.StartsWith("Go on:", StringComparison.Ordinal)).Split("funsearch ")[1];

        using var next = await Command.RunAsync(_folder.Path, step.TrimEnd().Split(' '));

        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.True(next.ExitCode == 0, next.Errors);
        Assert.Equal(100, await Store("target.db").SamplesAsync());
    }

    private Store Store(string name) => new(Path.Combine(_folder.Path, name));

    private static async Task GoneAsync(IReadOnlyList<int> workers)
    {
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
}
