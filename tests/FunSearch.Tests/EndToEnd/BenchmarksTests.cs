using System.Diagnostics;
using FunSearch.Tests.Evaluation;

namespace FunSearch.Tests.EndToEnd;

/// <summary>The benchmarks of the inner paths are run by hand; here each is called once, so that none goes stale.</summary>
[Collection(Processes.InTurn)]
public sealed class BenchmarksTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Category", "Long")]
    public async Task Every_benchmark_still_runs()
    {
        var source = Path.Combine(SourceTree.Root, "benchmarks", "FunSearch.Benchmarks");
        var classes = SourceTree.Files(source).Where(path => File.ReadAllText(path).Contains("[Benchmark", StringComparison.Ordinal)).Select(path => Path.GetFileNameWithoutExtension(path)).ToList();
        Assert.NotEmpty(classes);

        var (exitCode, output) = await RunDryAsync(source);

        Assert.True(exitCode == 0, output);
        Assert.All(classes, name => Assert.Contains($"FunSearch.Benchmarks.{name}-report.csv", Reports()));
    }

    private async Task<(int ExitCode, string Output)> RunDryAsync(string source)
    {
        // Built as these tests were: …/bin/Release/net10.0.
        var built = Path.GetRelativePath(Path.Combine(SourceTree.Root, "tests", "FunSearch.Tests"), AppContext.BaseDirectory);
        var start = new ProcessStartInfo(
            "dotnet", [Path.Combine(source, built, "FunSearch.Benchmarks.dll"), "--filter", "*", "--job", "Dry", "--artifacts", _folder.Path])
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output);
    }

    private IEnumerable<string?> Reports() => Directory.GetFiles(_folder.Path, "*.csv", SearchOption.AllDirectories).Select(Path.GetFileName);
}
