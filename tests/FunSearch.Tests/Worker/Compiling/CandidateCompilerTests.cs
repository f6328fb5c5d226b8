using FunSearch.Worker.Compiling;
using FunSearch.Worker.Running;

namespace FunSearch.Tests.Worker.Compiling;

public class CandidateCompilerTests
{
    private const string Members = """
        {
            public record Instance(double Capacity, double[] Items) { public double Secret => 1; }
            public readonly record struct Vector(double X, double Y);
            public enum Kind { Small, Large }
            public static double Help(double x) => x;
            public static double Hidden(double x) => x;
            public static double Priority(Instance instance, Vector vector, Kind kind) => 0;
        }
        """;

    private const string Header = "public static double Priority(Instance instance, Vector vector, Kind kind)";

    [Theory]
    [InlineData("public static class Packing", "", "Packing")]
    [InlineData("public class Packing", "", "Packing")]
    [InlineData("namespace Mine.Own; public static partial class Packing", "", "Mine.Own.Packing")]
    [InlineData("public class Outer { public static class Packing", "}", "Outer+Packing")]
    public void A_specification_may_stand_anywhere_and_its_types_win_over_the_librarys(string opening, string closing, string className)
    {
        var compiler = Compiler(opening + Members + closing, className);

        var compiled = compiler.Compile("{ return kind == Kind.Large ? Help(instance.Capacity) : instance.Items.Sum() * vector.X; }");

        Assert.Equal("Image", compiled is Compiled.Image ? "Image" : compiled.ToString());
    }

    [Theory]
    [InlineData("{ return instance.Secret; }", "Packing.Instance.Secret is not on the list of what a candidate may use.")]
    [InlineData("{ return Hidden(1); }", "Packing.Hidden is not on the list of what a candidate may use.")]
    [InlineData("{ return new Vector(1, 2).X; }", "new Packing.Vector is not on the list of what a candidate may use.")]
    public void What_the_specification_does_not_name_is_forbidden(string body, string expected)
    {
        var compiled = Compiler("public static class Packing" + Members, "Packing").Compile(body);

        Assert.Equal(new Compiled.Forbidden(expected), compiled);
    }

    [Theory]
    [InlineData("{ return new Random(1).NextDouble(); }", "new System.Random", "A candidate has no chance of its own: make the decision from its parameters.")]
    [InlineData("{ return DateTime.Now.Ticks; }", "System.DateTime", "A candidate has no clock: its limits are counted for it.")]
    [InlineData("{ Parallel.For(0, n, i => { }); return 1; }", "System.Threading.Tasks.Parallel", "A candidate runs on one thread: write a loop.")]
    [InlineData("{ return item.ToString().Length; }", "System.Double.ToString", "A candidate makes no text: return numbers.")]
    [InlineData("{ Console.WriteLine(item); return 1; }", "System.Console", "A candidate prints nothing: what it returns is all that counts.")]
    [InlineData("{ return File.ReadAllText(\"x\").Length; }", "System.IO.File", "A candidate reads and writes nothing: all that it may know are its parameters.")]
    [InlineData("{ return item.GetHashCode(); }", "System.Double.GetHashCode", "It differs from process to process: compute a number from the values.")]
    public void What_is_forbidden_comes_with_the_allowed_way(string body, string symbol, string way)
    {
        var forbidden = Assert.IsType<Compiled.Forbidden>(CandidateWorkshop.Compiler.Compile(body));

        Assert.StartsWith(symbol, forbidden.What, StringComparison.Ordinal);
        Assert.EndsWith($" is not on the list of what a candidate may use. {way}", forbidden.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ double F(double x); return F(1); }", "CS8112")]
    [InlineData("{ void F(); F(); return 1; }", "CS8112")]
    public void A_local_function_without_a_body_is_a_mistake_like_any_other(string body, string error) =>
        Assert.Contains(error, Assert.IsType<Compiled.DoesNotCompile>(CandidateWorkshop.Compiler.Compile(body)).Diagnostics, StringComparison.Ordinal);

    [Theory]
    [InlineData("{ FunSearch.Worker.Running.Fuel.Left = int.MaxValue; return 1; }")]
    [InlineData("{ global::FunSearch.Worker.Running.Fuel.Left = int.MaxValue; return 1; }")]
    public void A_problem_that_refers_to_this_library_gives_no_way_to_its_fuel(string body)
    {
        var setup = CandidateWorkshop.SetupFor(CandidateWorkshop.Problem, "Problem", CandidateWorkshop.Header) with { References = [typeof(Fuel).Assembly.Location] };

        Assert.IsNotType<Compiled.Image>(new CandidateCompiler(setup).Compile(body));
    }

    [Fact]
    public void A_control_character_is_forbidden()
    {
        var forbidden = Assert.IsType<Compiled.Forbidden>(CandidateWorkshop.Compiler.Compile("{ var name = \"\u001b[2J\"; return 1; }"));

        Assert.Equal("The control character U+001B is not allowed: a terminal obeys it.", forbidden.What);
    }

    [Fact]
    public void The_same_body_gives_the_same_image()
    {
        const string body = "{ return values.Select(v => v * item).Sum(); }";

        var images = Enumerable.Range(0, 2).Select(_ => ((Compiled.Image)CandidateWorkshop.Compiler.Compile(body)).Bytes).ToList();

        Assert.Equal(images[0], images[1]);
    }

    [Fact]
    public void A_header_that_names_no_type_is_an_error_at_once()
    {
        var setup = CandidateWorkshop.SetupFor(CandidateWorkshop.Problem, "Problem", "public static double Priority(Unknown x)");

        var error = Assert.Throws<ArgumentException>(() => new CandidateCompiler(setup));

        Assert.Contains("`public static double Priority(Unknown x)` does not compile", error.Message, StringComparison.Ordinal);
    }

    private static CandidateCompiler Compiler(string specification, string className)
    {
        var prefix = className.Replace('+', '/');
        return new(CandidateWorkshop.SetupFor(
            specification, className, Header,
            $"{prefix}::Help", $"{prefix}/Instance::get_Capacity", $"{prefix}/Instance::get_Items", $"{prefix}/Vector::get_X"));
    }
}
