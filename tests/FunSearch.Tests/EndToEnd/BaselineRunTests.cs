using FunSearch.Tests.Evaluation;

namespace FunSearch.Tests.EndToEnd;

[Collection(Processes.InTurn)]
public sealed class BaselineRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("random", "No line of descent: it was not made from any other program", "drawn by random, from no other program, for island")]
    [InlineData("best-of-n --hill-climbing --without cut-short", "Line of descent: 1 step from the first program", "from the first program, island 1")]
    public async Task A_baselines_run_tells_where_its_programs_come_from_and_is_replayed(string proposer, string descent, string origin)
    {
        using var run = await TypeAsync($"run cap-set:4 --samples 40 --seed 3 --name base --proposer {proposer}");
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);

        using var replayed = await TypeAsync("replay base");
        using var shown = await TypeAsync("show base --program 7");

        Assert.True(replayed.ExitCode == 0, replayed.Output + replayed.Errors);
        Assert.Contains(descent, shown.Output, StringComparison.Ordinal);
        Assert.Contains(origin, shown.Output, StringComparison.Ordinal);
    }

    private Task<Command> TypeAsync(string words) => Command.RunAsync(_folder.Path, words.Split(' '));
}
