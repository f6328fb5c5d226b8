using System.Text.Json;
using FunSearch.Tests.Evaluation;

namespace FunSearch.Tests.EndToEnd;

[Collection(Processes.InTurn)]
public sealed class OwnDataTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_users_own_items_are_split_and_searched()
    {
        var rows = from day in Enumerable.Range(0, 10) from item in Enumerable.Range(0, 60) select $"day{day},100,{10 + ((day + 1) * 37 + item * 53) % 60}";
        _folder.Write("items.csv", "instance,capacity,size\n" + string.Join('\n', rows) + "\n");

        using var run = await Command.RunAsync(_folder.Path, "run", "bin-packing", "--data", "items.csv", "--split-data", "50,20,30", "--samples", "30", "--seed", "1", "--json");

        Assert.True(run.ExitCode == 0, run.Errors);
        using var json = JsonDocument.Parse(run.Output.TrimEnd().Split('\n')[^1]);
        Assert.True(json.RootElement.GetProperty("best").GetProperty("verified").GetBoolean());
        Assert.Equal(30, json.RootElement.GetProperty("samples").GetInt32());
    }

    [Fact]
    public async Task A_bad_row_is_told_with_its_file_and_line()
    {
        _folder.Write("items.csv", "instance,capacity,size\nmonday,100,20\nmonday,100,twenty\n");

        using var run = await Command.RunAsync(_folder.Path, "run", "bin-packing", "--data", "items.csv", "--samples", "5");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("items.csv", run.Errors, StringComparison.Ordinal);
        Assert.Contains("3", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder.Path, ".funsearch", "store.db")) && run.Output.Contains("Stored", StringComparison.Ordinal));
    }
}
