using FunSearch.Storage.Sqlite;
using FunSearch.Tests.Evaluation;

namespace FunSearch.Tests.EndToEnd;

[Collection(Processes.InTurn)]
public sealed class CutShortOptionTests : IDisposable
{
    private const string Says = "who is clearly out after the 16 cheapest of train is cut short";

    private readonly TemporaryFolder _folder = new();

    private string Store => Path.Combine(_folder.Path, "cut.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_run_says_after_which_inputs_it_cuts_short_and_with_the_option_it_does_not()
    {
        using var on = await RunAsync("on");
        using var off = await RunAsync("off", "--without", "cut-short");

        Assert.Contains(Says, on.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("cut short", off.Output, StringComparison.Ordinal);
        Assert.Equal(16, await FirstAsync("on"));
        Assert.Equal(0, await FirstAsync("off"));
    }

    [Fact]
    public async Task A_run_of_a_version_that_cut_nobody_short_goes_on_so_and_is_replayed()
    {
        using var run = await RunAsync("old");
        Assert.Equal(1, new Store(Store).Tamper("UPDATE runs SET configuration = json_remove(configuration, '$.First')"));

        using var resumed = await Command.RunAsync(_folder.Path, "resume", "old", "--store", Store, "--samples", "20");
        using var replayed = await Command.RunAsync(_folder.Path, "replay", "old", "--store", Store);

        Assert.True(resumed.ExitCode == 0, resumed.Errors);
        Assert.DoesNotContain("cut short", resumed.Output, StringComparison.Ordinal);
        Assert.True(replayed.ExitCode == 0, replayed.Output + replayed.Errors);
    }

    private Task<Command> RunAsync(string name, params string[] options) =>
        Command.RunAsync(_folder.Path, ["run", "bin-packing", "--samples", "10", "--seed", "5", "--name", name, "--store", Store, .. options]);

    private async Task<int> FirstAsync(string run) =>
        (await SqliteStore.OpenExisting(Store, TimeProvider.System).FindRunAsync(run, TestContext.Current.CancellationToken)).Configuration.First.Count;
}
