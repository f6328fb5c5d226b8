namespace FunSearch.Tests.Specifications;

/// <summary>What happens between a specification and the function that is put in the place of its own.</summary>
public sealed class EvolvedStubTests
{
    [Fact]
    public void The_evolved_function_is_whatever_the_field_holds()
    {
        var specification = Load("public static double Weigh(double x, ReadOnlySpan<int> ys) => x", "public static double Twice(double x, ReadOnlySpan<int> ys) => 2 * x + ys[0]", "return Weigh(3, [4])");

        specification.Evolve("Twice");

        Assert.Equal(10.0, specification.Call("Go", 0));
    }

    [Theory]
    [InlineData("int[] x", "x[0] = 9", "new int[] { 1 }", "x[0]")]
    [InlineData("int[][] x", "x[0][0] = 9", "new int[][] { [1] }", "x[0][0]")]
    [InlineData("int[,] x", "x[0, 0] = 9", "new int[,] { { 1 } }", "x[0, 0]")]
    [InlineData("(int A, int[] B) x", "x.B[0] = 9", "(A: 0, B: new int[] { 1 })", "x.B[0]")]
    [InlineData("(int, (int[], bool))[] x", "x[0].Item2.Item1[0] = 9", "new[] { (0, (new int[] { 1 }, true)) }", "x[0].Item2.Item1[0]")]
    [InlineData("Box x", "x.Sizes[0] = 9", "new Box([1])", "x.Sizes[0]")]
    [InlineData("Box x", "x.Count = 9", "new Box([0]) { Count = 1 }", "x.Count")]
    [InlineData("Crate x", "x.Sizes[0] = 9", "new Crate { Sizes = [1] }", "x.Sizes[0]")]
    [InlineData("Crate[] x", "x[0].Boxes[0].Sizes[0] = 9", "new[] { new Crate { Boxes = [new([1])] } }", "x[0].Boxes[0].Sizes[0]")]
    [InlineData("Tree x", "x.Leaves[0] = new Tree([], 9)", "new Tree([new Tree([], 1)], 0)", "x.Leaves[0].Size")]
    public void What_a_candidate_writes_into_its_arguments_changes_nothing_for_anybody(string parameter, string write, string argument, string read)
    {
        var specification = Load(
            $"public static int Weigh({parameter}) => 0", $"public static int Vandal({parameter}) {{ {write}; return {read}; }}", $"var x = {argument}; var seen = Weigh(x); return 100 * seen + {read}");

        specification.Evolve("Vandal");

        Assert.Equal(901.0, specification.Call("Go", 0));
    }

    [Theory]
    [InlineData("double", "double.NaN")]
    [InlineData("float", "float.NaN")]
    [InlineData("(int, double)", "(1, double.NaN)")]
    [InlineData("double[]", "[1, double.NaN]")]
    [InlineData("(int, float[][])", "(1, [[1, float.NaN]])")]
    [InlineData("Point", "new Point(1, double.NaN)")]
    public void A_result_that_is_not_a_number_is_refused_by_name(string type, string result)
    {
        var specification = Load($"public static {type} Weigh(double x) => throw new NotImplementedException()", $"public static {type} Bad(double x) => {result}", "Weigh(1); return 1");

        specification.Evolve("Bad");

        var exception = Assert.Throws<NotFiniteNumberException>(() => specification.Call("Go", 0));
        Assert.Equal("'Weigh' returned NaN, which is not a number.", exception.Message);
    }

    [Theory]
    [InlineData("double", "double.NegativeInfinity")]
    [InlineData("(int, double)", "(1, 2.0)")]
    [InlineData("double[]", "[]")]
    [InlineData("double[]", "null!")]
    [InlineData("int[]", "[1]")]
    [InlineData("Point", "new Point(1, 2)")]
    public void Every_other_result_passes(string type, string result)
    {
        var specification = Load($"public static {type} Weigh(double x) => throw new NotImplementedException()", $"public static {type} Good(double x) => {result}", "Weigh(1); return 1");

        specification.Evolve("Good");

        Assert.Equal(1.0, specification.Call("Go", 0));
    }

    /// <param name="go">The statements of the run.</param>
    private static LoadedSpecification Load(string evolved, string other, string go) => new(SpecificationFolder.Read($$"""
        using FunSearch;
        public static class Tiny
        {
            public sealed record Box(int[] Sizes) { public int Count; }
            public record struct Crate { public int[] Sizes; public Box[] Boxes { get; set; } }
            public sealed record Tree(Tree[] Leaves, int Size);
            public readonly record struct Point(double X, double Y);
            [Inputs("train")] public static int[] Train() => [1];
            [Run] public static double Go(int input) { {{go}}; }
            [Evolve] {{evolved}};
            {{other}}{{(other.EndsWith('}') ? "" : ";")}}
        }
        """));
}
