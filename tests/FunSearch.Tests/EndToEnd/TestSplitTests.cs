using FunSearch.Storage.Sqlite;
using FunSearch.Tests.Evaluation;
using FunSearch.Tests.Search;

namespace FunSearch.Tests.EndToEnd;

/// <summary>The test split is read for reports only: a search that could see it would come out otherwise when it is poisoned.</summary>
[Collection(Processes.InTurn)]
public sealed class TestSplitTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_poisoned_test_split_changes_neither_a_sample_nor_the_champion_of_a_search()
    {
        WriteDays("train.csv", seed: 1, largest: 100);
        WriteDays("validation.csv", seed: 2, largest: 100);
        WriteDays("test.csv", seed: 3, largest: 100);

        // What is good elsewhere is of no use here: all items are as large as a bin.
        WriteDays("poison.csv", seed: 4, largest: 0);

        var (clean, poisoned) = (await SearchAsync("test.csv"), await SearchAsync("poison.csv"));

        Assert.Equal(clean.Story, poisoned.Story);
        Assert.Equal(clean.Champion, poisoned.Champion);
        Assert.NotEqual(clean.BestFit, poisoned.BestFit);
    }

    private async Task<(List<string> Story, long Champion, string BestFit)> SearchAsync(string test)
    {
        var store = Path.Combine(_folder.Path, test + ".db");
        using var run = await Command.RunAsync(
            _folder.Path, "run", "bin-packing", "--data", "train=train.csv", "--data", "validation=validation.csv", "--data", $"test={test}",
            "--samples", "400", "--seed", "6", "--store", store);
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        var summary = await SqliteStore.OpenExisting(store, TimeProvider.System).FindRunAsync(null, TestContext.Current.CancellationToken);
        Assert.NotEqual(0, summary.Best!.Program.Id);
        return (Story.Of(await new Store(store).JournalAsync()), summary.Best.Program.Id, run.Output.Split('\n').Last(line => line.StartsWith("Best Fit", StringComparison.Ordinal)));
    }

    private void WriteDays(string file, int seed, int largest)
    {
        var random = new Random(seed);
        var rows = Enumerable.Range(0, 3_000).Select(item => $"day{item % 15},150,{(largest == 0 ? 150 : random.Next(20, largest + 1))}");
        _folder.Write(file, "instance,capacity,size\n" + string.Join('\n', rows) + "\n");
    }
}
