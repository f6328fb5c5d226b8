using FunSearch.Specifications.Reading;
using FunSearch.Tests.EndToEnd;
using FunSearch.Tests.Evaluation;
using FunSearch.Tests.Specifications;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FunSearch.Tests.Docs;

/// <summary>What docs/own-problem.md lets its reader type works, in the order of the page.</summary>
[Collection(Processes.InTurn)]
public sealed class OwnProblemPageTests : IDisposable
{
    private const string Today = "public static double Worth(double size, double cost, double hits, double idle) => -idle;";
    private const string Better = "public static double Worth(double size, double cost, double hits, double idle) => hits * cost / size;";

    private readonly SpecificationFolder _folder = new();
    private readonly string _page = File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "own-problem.md"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_specification_of_the_tutorial_is_searched_and_believed()
    {
        Follow();

        using var check = await Command.RunAsync(_folder.Path, "check", "./web-cache", "--limit", "30s");
        using var run = await Command.RunAsync(_folder.Path, "run", "./web-cache", "--samples", "160", "--seed", "1", "--limit", "30s");

        Assert.True(check.ExitCode == 0, check.Output + check.Errors);
        // What the page prints: the scores are the same on every machine.
        Assert.Contains("first program                28.1996     28.3094  30.3500", check.Output, StringComparison.Ordinal);
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        Assert.Contains("new best at sample 4: train 27.2042, validation 28.2098", run.Output, StringComparison.Ordinal);
        Assert.Contains("Verified", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_of_the_users_own_is_read_and_its_bad_row_is_told()
    {
        Follow();
        var rows = string.Concat(Enumerable.Range(0, 3000).Select(row => $"/page/{row * row % 97},{1 + (row % 50)},20\n"));
        _folder.Write("access.csv", $"url,kb,ms\n{rows}");
        _folder.Write("broken.csv", $"url,kb,ms\n{rows}/page/7,12\n");

        using var good = await Command.RunAsync(_folder.Path, "check", "./web-cache", "--data", "access.csv", "--limit", "30s");
        using var broken = await Command.RunAsync(_folder.Path, "check", "./web-cache", "--data", "broken.csv");

        Assert.True(good.ExitCode == 0, good.Output + good.Errors);
        Assert.Equal(1, broken.ExitCode);
        Assert.Contains("broken.csv(3002): '/page/7,12' is no row of url,kb,ms with at most 600 KB.", broken.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void The_class_for_production_compiles_with_what_an_export_offers()
    {
        DocumentedFiles.Write("own-problem.md", _folder, "production");
        var exported = $"public static class WebCacheWorth {{ {Better} }}";

        var trees = new[] { File.ReadAllText(Path.Combine(_folder.Path, "production", "PageCache.cs")), exported }
            .Select(code => CSharpSyntaxTree.ParseText(code, SourceFiles.ParseOptions, cancellationToken: TestContext.Current.CancellationToken));
        var around = Surroundings.Ordinary;
        var compilation = CSharpCompilation.Create("production", trees.Concat(around.Trees), around.References, around.Options);

        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
    }

    // The files, and the one line that the page changes afterwards. Without the project: it is the scaffold's, and tested there.
    private void Follow()
    {
        DocumentedFiles.Write("own-problem.md", _folder, "web-cache");
        Assert.Contains($"-    {Today}\n+    {Better}\n", _page, StringComparison.Ordinal);
        var specification = Path.Combine(_folder.Path, "web-cache", "Specification.cs");
        File.WriteAllText(specification, File.ReadAllText(specification).Replace(Today, Better, StringComparison.Ordinal));
    }
}
