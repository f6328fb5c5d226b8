using System.Diagnostics;
using System.Text.Json;
using FunSearch.Tests.Evaluation;

namespace FunSearch.Tests.EndToEnd;

/// <summary>The script of docs/ci.md, run as a build runs it.</summary>
[Collection(Processes.InTurn)]
public sealed class ContinuousIntegrationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Category", "Long")]
    public async Task A_build_fails_when_a_short_search_finds_a_better_heuristic_and_keeps_it()
    {
        _folder.Write("heuristic.cs", "public static double Priority(double item, double room, double capacity) => room;");

        var (code, told) = await CheckAsync("bin-packing", "heuristic.cs", "-0.1");

        Assert.True(code == 1, told);
        Assert.Contains("heuristic.cs is worse than what 40 samples find", told, StringComparison.Ordinal);
        var better = await ScoreAsync("better.cs");
        var worse = await ScoreAsync("heuristic.cs");
        Assert.True(better <= worse - 0.1, $"{better} is not better than {worse}.");
    }

    [Theory]
    [Trait("Category", "Long")]
    [InlineData(Validation, 0, "heuristic.cs stands: the best of 40 samples scores 1 in place of 1 on validation")]
    [InlineData("", 1, "heuristic.cs is worse than what 40 samples find, 1 in place of 59.5 on train: see better.cs.")]
    public async Task Validation_decides_where_there_is_one_and_a_program_that_fits_only_train_fails_no_build(string validation, int expected, string sentence)
    {
        _folder.Write("Guess.cs", Guess.Replace("// validation", validation, StringComparison.Ordinal));
        _folder.Write("heuristic.cs", "{ return x; }");
        _folder.Write("answers.jsonl", """{"answer": "{ return 40 * x; }"}""");

        var (code, told) = await CheckAsync("./Guess.cs", "heuristic.cs", "-1", "--proposer recorded:answers.jsonl");

        Assert.True(code == expected, told);
        Assert.Contains(sentence, told, StringComparison.Ordinal);
        Assert.Equal(expected == 1, File.Exists(Path.Combine(_folder.Path, "better.cs")));
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task A_build_passes_when_a_short_search_finds_nothing_better()
    {
        _folder.Write("heuristic.cs", """
            public static double Priority(double item, double room, double capacity) =>
                room - item is > 21 and < 203 ? -capacity : item - room;
            """);

        var (code, told) = await CheckAsync("bin-packing", "heuristic.cs", "-0.5");

        Assert.True(code == 0, told);
        Assert.Contains("heuristic.cs stands", told, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder.Path, "better.cs")));
    }

    [Theory]
    [InlineData("bin-packing", "return missing;")]
    [InlineData("bin-pakcing", "return item;")]
    public async Task A_check_that_cannot_be_made_is_told_from_a_heuristic_that_is_worse(string problem, string body)
    {
        _folder.Write("heuristic.cs", $"{{ {body} }}");

        var (code, told) = await CheckAsync(problem, "heuristic.cs", "-1");

        Assert.True(code == 2, told);
        Assert.Contains("heuristic.cs does not score", told, StringComparison.Ordinal);
    }

    private async Task<double> ScoreAsync(string file)
    {
        using var evaluation = await Command.RunAsync(
            _folder.Path, "evaluate", "bin-packing", "--program", file, "--split", "validation", "--limit", "30s", "--json");
        Assert.True(evaluation.ExitCode == 0, evaluation.Output + evaluation.Errors);
        using var json = JsonDocument.Parse(evaluation.Output.TrimEnd().Split('\n')[^1]);
        return json.RootElement.GetProperty("score").GetDouble();
    }

    private async Task<(int Code, string Told)> CheckAsync(string problem, string heuristic, string betterBy, string searchOptions = "")
    {
        var script = Path.Combine(SourceTree.Root, "docs", "examples", "ci", "check-heuristic.sh");
        var start = new ProcessStartInfo("bash", [script, problem, heuristic, betterBy])
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["FUNSEARCH"] = $"dotnet {Path.Combine(AppContext.BaseDirectory, "FunSearch.App.dll")}";
        start.Environment["SAMPLES"] = "40";
        start.Environment["INPUT_OPTIONS"] = "--limit 30s";
        start.Environment["SEARCH_OPTIONS"] = searchOptions;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }

    private const string Validation = """[Inputs("validation")] public static IEnumerable<double> Validation() => [-1, -2];""";

    // What is right for train, 40 x, is wrong for validation, x.
    private const string Guess = """
        using FunSearch;

        /// <summary>A line through points; another one where x is below zero.</summary>
        public static class Guess
        {
            [Inputs("train")] public static IEnumerable<double> Train() => [1, 2];

            // validation

            [Run(Minimise = true)] public static double Error(double x) => 1 + Math.Abs((x > 0 ? 40 * x : x) - Value(x));

            [Evolve] public static double Value(double x) => x;
        }
        """;
}
