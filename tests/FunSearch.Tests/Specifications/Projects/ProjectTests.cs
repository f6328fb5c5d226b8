using System.Diagnostics;
using FunSearch.Evaluation;
using FunSearch.Programs;
using FunSearch.Runs;
using FunSearch.Specifications.Exporting;
using FunSearch.Tests.Evaluation;

namespace FunSearch.Tests.Specifications.Projects;

/// <summary>A specification with a project file beside it uses what the project refers to; a candidate does not.</summary>
[Collection(Processes.InTurn)]
public sealed class ProjectTests : IDisposable
{
    private readonly Company _company = new();

    public void Dispose() => _company.Dispose();

    [Fact]
    public async Task The_specification_uses_the_assembly_and_a_candidate_may_name_only_the_types_of_the_signature()
    {
        var specification = _company.Read();
        await using var evaluator = await WorkerEvaluator.StartAsync(
            specification, data: null, Processes.Patient, workers: 1, TestContext.Current.CancellationToken);

        var first = await evaluator.EvaluateAsync(specification.FirstBody, TestContext.Current.CancellationToken);
        var other = await evaluator.EvaluateAsync(new Body("{ return order.Weight * order.Lines; }"), TestContext.Current.CancellationToken);
        var thief = await evaluator.EvaluateAsync(new Body("{ return Company.Costs.Of(order.Weight); }"), TestContext.Current.CancellationToken);
        var reader = await evaluator.EvaluateAsync(new Body("{ return order.Name.Length; }"), TestContext.Current.CancellationToken);

        Assert.Equal([8.0], Assert.IsType<Outcome.Scored>(first).Signature.Scores);
        Assert.Equal([10.0], Assert.IsType<Outcome.Scored>(other).Signature.Scores);
        Assert.Equal(
            new Outcome.Failed(OutcomeKind.Forbidden, "Company.Costs.Of is not on the list of what a candidate may use."), thief);
        Assert.Equal(OutcomeKind.Forbidden, reader.Kind);
        Assert.Equal(["Company.Order::get_Weight", "Company.Order::get_Lines"], specification.Nameable);
        Assert.Contains("// Company.Order has double Weight, int Lines.", specification.PromptContext, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Category", "Long")]
    public void An_exported_program_keeps_to_the_assembly_that_its_specification_uses()
    {
        _company.Write("depot/Prices.cs", """
            using Company;
            using FunSearch;
            public static partial class Depot
            {
                /// <summary>What the hours of an order cost.</summary>
                [Callable] public static double Price(Order order) => Costs.Of(order.Weight);
            }
            """);
        var specification = _company.Read();
        var method = CodeText.Method(specification.Function, new Body("{ return Price(order); }"));

        var exported = ExportedClass.Write("DepotWeigh", "/// <summary></summary>", method, specification);

        Assert.Null(exported.Obstacle);
        Assert.StartsWith("using Company;\n", exported.Code, StringComparison.Ordinal);
        Assert.Contains("public static double Weigh(Company.Order order)", exported.Code, StringComparison.Ordinal);
        Assert.Contains("public static double Price(Order order) => Costs.Of(order.Weight);", exported.Code, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task Asking_leaves_the_users_own_build_as_it_is_and_the_next_commit_leaves_the_hash()
    {
        // As much of a repository as the SDK reads the revision from.
        _company.Write(".git/HEAD", "ref: refs/heads/main\n");
        _company.Write(".git/config", "[core]\n\trepositoryformatversion = 0\n");
        _company.Write(".git/objects/info/packs", "");
        _company.Write(".git/refs/heads/main", new string('1', 40));
        await BuildLibraryAsync();
        var library = Path.Combine(_company.Depot, "..", "costs", "bin", "Release", "net10.0", "Costs.dll");
        var (bytes, written) = (await File.ReadAllBytesAsync(library, TestContext.Current.CancellationToken), File.GetLastWriteTimeUtc(library));

        var first = _company.Read();
        var (bytesAfter, writtenAfter) = (await File.ReadAllBytesAsync(library, TestContext.Current.CancellationToken), File.GetLastWriteTimeUtc(library));
        _company.Write(".git/refs/heads/main", new string('2', 40));
        await BuildLibraryAsync();
        var bytesOfNextCommit = await File.ReadAllBytesAsync(library, TestContext.Current.CancellationToken);
        var second = _company.Read();

        Assert.Equal(bytes, bytesAfter);
        Assert.Equal(written, writtenAfter);
        Assert.NotEqual(bytes, bytesOfNextCommit);
        Assert.Equal(first.Hash, second.Hash);
    }

    [Fact]
    [Trait("Category", "Long")]
    public void A_file_that_is_named_says_which_class_of_the_project_is_meant()
    {
        _company.Write("depot/Second.cs", """
            using FunSearch;
            public static class Second
            {
                [Inputs("train")] public static int[] Train() => [1];
                [Run] public static double Go(int input) => Weigh(input) + Elsewhere.Base;
                [Evolve] public static double Weigh(double x) => x;
            }
            """);
        _company.Write("depot/Shared/Elsewhere.cs", "internal static class Elsewhere { public const int Base = 1; }");

        var first = _company.Read("Depot.cs");
        var second = _company.Read("Second.cs");

        Assert.Equal(("Depot", "Second"), (first.ClassName, second.ClassName));
        Assert.Contains("Markers stand in 2 classes: Depot (line 5), Second (line 2).", _company.Mistakes(), StringComparison.Ordinal);
    }

    private async Task BuildLibraryAsync()
    {
        var start = new ProcessStartInfo("dotnet", ["build", "-c", "Release", "-nodeReuse:false", "-p:UseSharedCompilation=false"])
        {
            WorkingDirectory = Path.Combine(_company.Depot, "..", "costs"),
            RedirectStandardOutput = true,
        };
        using var build = Process.Start(start)!;
        var output = await build.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await build.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(build.ExitCode == 0, output);
    }
}
