using FunSearch.App.Commands;
using FunSearch.Programs;
using FunSearch.Search;
using FunSearch.Specifications;
using FunSearch.Storage;
using FunSearch.Tests.Specifications;
using FunSearch.Tests.Storage;
using FunSearch.Tests.Storage.Sqlite;

namespace FunSearch.Tests.App.Commands;

/// <summary>What is refused, and what is told, before or without scoring anything again.</summary>
public sealed class ExportCommandTests : IDisposable
{
    private readonly TemporaryStore _store = new();
    private readonly SpecificationFolder _problem = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _store.Dispose();
        _problem.Dispose();
    }

    [Fact]
    public async Task What_cannot_leave_its_specification_is_told_before_it_is_scored()
    {
        await FillAsync(Tiny(), "{ return Table(x); }");

        var (code, _, error) = await ExportAsync("--output", "-");

        Assert.Equal(1, code);
        Assert.StartsWith("The program needs Table of the specification, which cannot be taken along", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--output")]
    [InlineData("--solution")]
    public async Task Nothing_is_written_into_the_problems_own_folder_not_even_by_force(string option)
    {
        await FillAsync(Tiny(), "{ return 2 * x; }");
        var file = Path.Combine(_problem.Path, "TinyValue.cs");

        var (code, _, error) = await ExportAsync(option, file, "--force");

        Assert.Equal(1, code);
        Assert.Equal(
            $"'{file}' would stand in the problem's own folder, where every file counts as a part of it: the run 'run' could not be resumed any more. "
            + $"Name a file elsewhere, for instance {Path.Combine(Path.GetDirectoryName(_problem.Path)!, "TinyValue.cs")}",
            error.Trim());
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task A_class_says_what_its_search_began_with_and_not_where_on_this_machine_anything_lies()
    {
        await FillAsync(
            TemporaryStore.Configuration() with
            {
                Problem = "/home/ann/warehouse:large",
                Proposer = "recorded:/home/ann/answers.jsonl",
                Data = new UserData(new Dictionary<Split, string> { [Split.Train] = "/home/ann/march.csv" }, [60, 20, 20]),
                From = new StartingProgram("last-month.cs", "{ return item; }"),
            },
            "{ return item - room; }");

        var (code, output, error) = await ExportAsync("--output", "-");

        Assert.True(code == 0, error);
        Assert.DoesNotContain("/home", output, StringComparison.Ordinal);
        Assert.Contains("proposer recorded:./answers.jsonl.", output, StringComparison.Ordinal);
        Assert.Contains("It began with last-month.cs, and not with the specification's own program.", output, StringComparison.Ordinal);
        Assert.Contains(
            "funsearch evaluate ./warehouse:large --program WarehousePriority.cs --split train --data ./march.csv --split-data 60,20,20",
            output, StringComparison.Ordinal);
    }

    private RunConfiguration Tiny()
    {
        _problem.Write("Tiny.cs", """
            using FunSearch;

            public static class Tiny
            {
                [Inputs("train")] public static IEnumerable<double> Train() => [1, 2];

                [Run] public static double Go(double x) => Value(x);

                [Callable] public static double Table(double x) => File.ReadAllLines("table.txt").Length;

                [Evolve] public static double Value(double x) => x;
            }
            """);
        var specification = SpecificationReader.Read(_problem.Path, _problem.Path, "");
        return TemporaryStore.Configuration() with
        {
            Problem = _problem.Path,
            SpecificationHash = specification.Hash,
            Function = specification.Function,
            Measures = specification.Measures,
        };
    }

    private async Task FillAsync(RunConfiguration configuration, string body)
    {
        var store = _store.Open();
        await store.CreateRunAsync(configuration, Cancellation);
        await using var journal = await store.OpenJournalAsync(TemporaryStore.Run, Cancellation);
        JournalEntry[] entries =
        [
            Entries.Proposed(0, body) with { Parents = [], Proposal = new Proposal(new Body(body), "specification") },
            Entries.Scored(0, -7, -8),
        ];
        await Task.WhenAll(entries.Select(entry => journal.AppendAsync(entry, Cancellation)));
    }

    private async Task<(int Code, string Output, string Error)> ExportAsync(params string[] options)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter();
        var code = await CommandLine.InvokeAsync(["export", "run", "--program", "0", .. options, "--store", _store.Path], output, error, Cancellation);
        return (code, output.ToString(), error.ToString());
    }
}
