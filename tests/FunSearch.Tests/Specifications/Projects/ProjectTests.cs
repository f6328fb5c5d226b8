using FunSearch.Evaluation;
using FunSearch.Programs;
using FunSearch.Runs;
using FunSearch.Specifications;
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
    public void Another_library_makes_another_hash_and_another_build_of_the_same_does_not()
    {
        var first = _company.Read();
        _company.Write("depot/bin/leftover.txt", "built");
        var same = _company.Read();
        _company.Write("costs/Costs.cs", Company.Library.Replace("2 *", "3 *", StringComparison.Ordinal));

        var changed = _company.Read();

        Assert.Equal(["Costs.dll"], first.References.Select(path => Path.GetFileName(path)));
        Assert.Equal(first.Hash, same.Hash);
        Assert.NotEqual(first.Hash, changed.Hash);
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

    [Fact]
    [Trait("Category", "Long")]
    public async Task An_assembly_that_is_gone_when_the_search_starts_is_named()
    {
        var specification = _company.Read();
        File.Delete(specification.References.Single());

        var exception = await Assert.ThrowsAsync<SpecificationException>(async () => await WorkerEvaluator.StartAsync(
            specification, data: null, Processes.Patient, workers: 1, TestContext.Current.CancellationToken));

        Assert.Contains("the assembly 'Costs' is missing. Let the project file beside the specification bring it along.", exception.Message, StringComparison.Ordinal);
    }
}
