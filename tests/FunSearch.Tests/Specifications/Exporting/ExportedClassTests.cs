using FunSearch.Programs;
using FunSearch.Runs;
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

    [Fact]
    public void A_type_that_stands_beside_the_class_comes_along_without_its_namespace()
    {
        var specification = SpecificationFolder.Read("""
            using FunSearch;

            namespace Company.Traffic;

            public sealed record Bus(double Seats);

            public static class Depot
            {
                [Inputs("train")] public static IEnumerable<Bus> Train() => [new(40), new(60)];

                [Run] public static double Go(Bus bus) => Value(bus);

                [Callable] public static double Doubled(Traffic.Bus bus) => new Company.Traffic.Bus(2 * bus.Seats).Seats;

                [Evolve] public static double Value(Bus bus) => bus.Seats;
            }
            """);
        var method = CodeText.Method(specification.Function, new Body("{ return Company.Traffic.Depot.Doubled(bus); }"));

        var exported = ExportedClass.Write("DepotValue", "/// <summary>Buses.</summary>", method, specification);

        Assert.Null(exported.Obstacle);
        Assert.Equal("""
            /// <summary>Buses.</summary>
            public static class DepotValue
            {
                public static double Value(Bus bus)
                { return Doubled(bus); }

                public sealed record Bus(double Seats);

                public static double Doubled(Bus bus) => new Bus(2 * bus.Seats).Seats;
            }

            """, exported.Code);
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
