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
        WriteItems("items.csv", days: 10);

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
            + "Put the old file back, or let a new run begin with its best: funsearch run bin-packing:or --data FILE --from mine",
            changed.Errors.Trim());
        Assert.True(restored.ExitCode == 0, restored.Errors);
    }

    [Fact]
    public async Task A_search_begins_with_last_months_heuristic_and_ends_with_both_on_the_new_data()
    {
        WriteItems("may.csv", days: 10);
        WriteItems("june.csv", days: 4);
        _folder.Write("last-month.cs", """
            /// <summary>As it stands in production.</summary>
            public static class Depot
            {
                public static double Preference(double a) => a;

                public static double Priority(double size, double free, double capacity) => free - size > 21 ? -5 - free : size - free;
            }
            """);

        using var run = await Command.RunAsync(
            _folder.Path, "run", "bin-packing", "--data", "train=may.csv", "--data", "test=june.csv", "--from", "last-month.cs", "--samples", "60", "--seed", "1", "--name", "june");
        using var again = await Command.RunAsync(_folder.Path, "resume", "june", "--samples", "80");

        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Contains("inputs: train=may.csv, test=june.csv: 10 train, 4 test; without validation, train picks the best", run.Output, StringComparison.Ordinal);
        Assert.Contains("\nbegins with last-month.cs, where size is item, free is room\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("\nfrom last-month.cs", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"(Against last-month\.cs, where it began: train [\d.]+ → [\d.]+, test [\d.]+ → [\d.]+ \(lower is better\)\.|Nothing better than last-month\.cs)", run.Output);
        Assert.True(again.ExitCode == 0, again.Errors);
        Assert.Contains("\nfrom last-month.cs", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_for_a_problem_that_reads_none_is_refused()
    {
        WriteItems("items.csv", days: 2);
        _folder.Write("square/Specification.cs", """
            using FunSearch;

            public static class Square
            {
                [Inputs("train")] public static double[] Train() => [1, 2, 3];
                [Run] public static double Off(double number) => -Math.Abs(number * number - Guess(number));
                [Evolve] public static double Guess(double number) => number;
            }
            """);

        using var run = await Command.RunAsync(_folder.Path, "run", "./square", "--data", "items.csv", "--samples", "5");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            "./square: The specification reads no files: no method of it is marked [Data]. Mark one that takes a file's path and returns inputs, or leave the data out.",
            run.Errors.Trim());
    }

    private void WriteItems(string name, int days) => _folder.Write(
        name,
        "instance,capacity,size\n" + string.Join('\n', from day in Enumerable.Range(0, days) from item in Enumerable.Range(0, 60) select $"day{day},100,{10 + ((day + 1) * 37 + item * 53) % 60}") + "\n");
}
