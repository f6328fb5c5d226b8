using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Running;

namespace FunSearch.Benchmarks;

/// <summary><c>dotnet run -c Release --project benchmarks/FunSearch.Benchmarks -- --filter '*'</c></summary>
internal static class Entry
{
    /// <returns>1 when a benchmark threw or could not be run.</returns>
    public static int Main(string[] arguments)
    {
        var reports = Path.Combine(Path.GetTempPath(), "funsearch-benchmarks");
        var configuration = ManualConfig.Create(DefaultConfig.Instance).WithArtifactsPath(reports).AddDiagnoser(MemoryDiagnoser.Default);

        // In processes of their own, each would first have to build the whole project anew.
        string[] words = [.. arguments, "--inProcess"];
        var summaries = BenchmarkSwitcher.FromAssembly(typeof(Entry).Assembly).Run(words, configuration).ToList();
        return summaries.Exists(summary => summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success)) ? 1 : 0;
    }
}
