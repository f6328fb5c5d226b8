using System.Diagnostics;
using FunSearch.Tests.Evaluation;

namespace FunSearch.Tests.EndToEnd;

/// <summary>The script of docs/ci.md, run as a build runs it.</summary>
[Collection(Processes.InTurn)]
public sealed class ContinuousIntegrationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_build_fails_when_a_short_search_finds_a_better_heuristic_and_keeps_it()
    {
        _folder.Write("heuristic.cs", "public static double Priority(double item, double room, double capacity) => room;");

        var (code, told) = await CheckAsync("bin-packing", "heuristic.cs", "-0.1");
        using var better = await Command.RunAsync(_folder.Path, "evaluate", "bin-packing", "--program", "better.cs");

        Assert.True(code == 1, told);
        Assert.Contains("heuristic.cs is worse than what 40 samples find: see better.cs", told, StringComparison.Ordinal);
        Assert.True(better.ExitCode == 0, better.Output);
    }

    [Fact]
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

    private async Task<(int Code, string Told)> CheckAsync(params string[] arguments)
    {
        var script = Path.Combine(SourceTree.Root, "docs", "examples", "ci", "check-heuristic.sh");
        var start = new ProcessStartInfo("bash", [script, .. arguments])
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["FUNSEARCH"] = $"dotnet {Path.Combine(AppContext.BaseDirectory, "FunSearch.App.dll")}";
        start.Environment["SAMPLES"] = "40";
        start.Environment["SEARCH_OPTIONS"] = "--limit 30s";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }
}
