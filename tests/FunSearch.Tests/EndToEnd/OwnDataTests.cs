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
        Assert.Equal(
            "bin-packing:or: Own, marked [Data], threw InvalidDataException: items.csv, line 3: size is 'twenty'. It must be a whole number from 1 to 100, the capacity.",
            run.Errors.Trim());
        using var runs = await Command.RunAsync(_folder.Path, "runs");
        Assert.StartsWith("No runs in ", runs.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_does_not_go_on_with_data_that_has_changed()
    {
        var rows = "instance,capacity,size\n" + string.Join('\n', Enumerable.Range(0, 60).Select(item => $"day{item % 10},100,{10 + item}")) + "\n";
        var file = _folder.Write("items.csv", rows);
        using var run = await Command.RunAsync(_folder.Path, "run", "bin-packing", "--data", "items.csv", "--samples", "5", "--seed", "1", "--name", "mine");
        Assert.True(run.ExitCode == 0, run.Errors);

        _folder.Write("items.csv", rows + "day9,100,50\n");
        using var changed = await Command.RunAsync(_folder.Path, "resume", "mine", "--samples", "10");
        _folder.Write("items.csv", rows);
        using var restored = await Command.RunAsync(_folder.Path, "resume", "mine", "--samples", "10");

        Assert.Equal(1, changed.ExitCode);
        Assert.Equal(
            $"The data file '{file}' has changed since the run 'mine' began, and its scores were made on what it was. "
            + "Put the old file back, or start a new run: funsearch run bin-packing:or --data FILE",
            changed.Errors.Trim());
        Assert.True(restored.ExitCode == 0, restored.Errors);
    }
}
