using FunSearch.Specifications.Exporting;

namespace FunSearch.Tests.Specifications.Exporting;

public sealed class ExportedClassTests
{
    [Fact]
    public void Only_what_the_program_names_comes_along()
    {
        var exported = Write("public static double Value(double x) => Doubled(x);");

        Assert.Null(exported.Obstacle);
        Assert.Contains("public static double Doubled(double x) => x * Two;", exported.Code, StringComparison.Ordinal);
        Assert.Contains("private const double Two = 2;", exported.Code, StringComparison.Ordinal);
        Assert.DoesNotContain("Callable", exported.Code, StringComparison.Ordinal);
        Assert.DoesNotContain("Table", exported.Code, StringComparison.Ordinal);
    }

    [Fact]
    public void Usings_that_are_not_needed_are_left_out()
    {
        var exported = Write("public static double Value(double x) => Math.Sqrt(x);");

        Assert.StartsWith("using System;\n\n/// <summary>", exported.Code, StringComparison.Ordinal);
    }

    [Fact]
    public void The_name_of_the_specifications_class_is_left_out_before_a_member()
    {
        var exported = Write("public static double Value(double x) => Tiny.Doubled(x);");

        Assert.Contains("Value(double x) => Doubled(x);", exported.Code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Table", "The program needs Table of the specification, which cannot be taken along: it uses File: files stay with the problem.")]
    [InlineData("Known", "The program needs Train of the specification, which cannot be taken along: it is marked [Inputs(\"train\")]: the inputs stay with the problem.")]
    public void What_must_stay_with_the_problem_is_told_by_name(string callable, string sentence)
    {
        var exported = Write($"public static double Value(double x) => {callable}(x);");

        Assert.Null(exported.Code);
        Assert.StartsWith(sentence, exported.Obstacle, StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_compile_without_its_specification_is_not_written()
    {
        var exported = ExportedClass.Write("TinyValue", "/// <summary></summary>", "public static double Value(Shelf shelf) => 1;", specification: null);

        Assert.Null(exported.Code);
        Assert.Contains("'Shelf'", exported.Obstacle, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OnlineBinPacking", "Priority", "OnlineBinPackingPriority")]
    [InlineData("my-warehouse", "@in", "MyWarehouseIn")]
    [InlineData("2d cutting", "Value", "_2dCuttingValue")]
    public void A_class_is_named_after_specification_and_function(string source, string function, string name) =>
        Assert.Equal(name, ExportedName.Of(source, function));

    private static ExportedClass Write(string method) => ExportedClass.Write("TinyValue", "/// <summary>Tiny.</summary>", method, SpecificationFolder.Read("""
        using FunSearch;

        public static class Tiny
        {
            private const double Two = 2;

            [Inputs("train")] public static IEnumerable<double> Train() => [1, 2];

            [Run] public static double Go(double x) => Value(x);

            [Callable] public static double Doubled(double x) => x * Two;

            [Callable] public static double Table(double x) => File.ReadAllLines("table.txt").Length;

            [Callable] public static double Known(double x) => Train().Sum();

            [Evolve] public static double Value(double x) => x;
        }
        """));
}
