using System.Collections;
using System.Xml.Linq;
using FunSearch.Specifications;
using SolutionJson = FunSearch.Worker.Running.SolutionJson;

namespace FunSearch.Tests.Specifications.CapSet;

/// <summary>The second problem: its greedy skeleton against the plain one, its baselines, its picture.</summary>
public sealed class CapSetTests
{
    private static readonly ProblemPlace Place = ProblemFinder.Find("cap-set");
    private static readonly Specification Specification = SpecificationReader.Read(Place.Path, Place.Problem, "");

    private readonly LoadedSpecification _caps = new(Specification);

    private delegate double Ask(ReadOnlySpan<int> vector);

    [Theory]
    [InlineData("Constant", new[] { 8, 16, 32, 64, 128, 256 })]
    [InlineData("ThirdAreZero", new[] { 9, 18, 37, 75, 147, 297 })]
    [InlineData("Paraboloids", new[] { 9, 18, 36, 81, 162, 324 })]
    public void Baselines_find_valid_sets_of_known_sizes(string baseline, int[] expected)
    {
        _caps.Evolve(baseline);

        var sizes = Enumerable.Range(3, 6).Select(dimension =>
        {
            Assert.Empty(Violations(dimension, Grow(dimension)));
            return Grow(dimension).Length;
        });

        Assert.Equal(expected, sizes);
    }

    [Theory]
    [InlineData(nameof(ManyTies))]
    [InlineData(nameof(AllDifferent))]
    [InlineData(nameof(BothZeros))]
    public void It_takes_the_first_highest_priority_among_those_that_are_left(string priority)
    {
        var method = typeof(CapSetTests).GetMethod(priority)!;
        _caps.Evolve(method);

        foreach (var dimension in new[] { 3, 4, 5, 6 })
        {
            Assert.Equal(GrowOneArgmaxAtATime(method.CreateDelegate<Ask>(), dimension), Grow(dimension));
        }
    }

    public static double ManyTies(ReadOnlySpan<int> vector) => ((2 * vector[0]) + vector[1] + (5 * vector[^1])) % 4;

    public static double AllDifferent(ReadOnlySpan<int> vector)
    {
        var hash = 17.0;
        foreach (var coordinate in vector)
        {
            hash = ((hash * 31) + coordinate + 7) % 1009.5;
        }

        return hash;
    }

    /// <summary>Minus zero is no less than zero.</summary>
    public static double BothZeros(ReadOnlySpan<int> vector) => vector[1] == 0 ? -0.0 : 0.0;

    [Fact]
    public void The_first_program_is_a_constant_that_reads_the_vector()
    {
        _caps.Evolve("Constant");
        var constant = Grow(5);

        Assert.Equal("public static double Priority(ReadOnlySpan<int> vector)", Specification.Function.HeaderAs("Priority"));
        Assert.Contains("0.0 * vector[i]", Specification.FirstBody.Text, StringComparison.Ordinal);
        Assert.Equal([0, 0, 0, 0, 0], constant[0]);
        Assert.Equal(32, constant.Length);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("9")]
    [InlineData("88")]
    [InlineData("eight")]
    public void A_variant_that_it_does_not_know_is_refused(string variant)
    {
        var exception = Assert.Throws<ArgumentException>(() => ((IEnumerable)_caps.Call("Train", variant)!).Cast<object>().ToList());

        Assert.StartsWith($"There is no variant '{variant}'. It is the number of coordinates, from '3' to '8'.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_set_survives_its_journey_as_json_in_far_less_than_a_solution_may_have()
    {
        var published = _caps.New("Cap", (object)PublishedCap.Vectors());

        var json = SolutionJson.Write(published, published.GetType());
        dynamic arrived = SolutionJson.Read(json, published.GetType())!;

        Assert.Equal(PublishedCap.Vectors(), (int[][])arrived.Vectors);
        Assert.True(json.Length < 20_000, $"{json.Length} bytes");
    }

    [Fact]
    public void The_context_of_a_prompt_tells_how_a_set_grows() => Golden.Matches(Specification.PromptContext, "context");

    [Theory]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void A_picture_shows_every_vector_at_a_place_of_its_own(int dimension)
    {
        _caps.Evolve("Paraboloids");
        var vectors = Grow(dimension);

        var picture = XDocument.Parse((string)_caps.Call("Draw", Space(dimension), Cap(vectors))!).Root!;

        var squares = picture.Elements().Where(element => element.Name.LocalName == "rect").ToList();
        var side = squares[^1].Attribute("width")!.Value;
        var shown = squares.Where(square => square.Attribute("width")!.Value == side).Select(square => (square.Attribute("x")!.Value, square.Attribute("y")!.Value)).ToList();
        Assert.Equal(vectors.Length, shown.Count);
        Assert.Distinct(shown);
        Assert.All(squares, square => Assert.True((int)square.Attribute("x")! + (int)square.Attribute("width")! <= (int)picture.Attribute("width")!));
        Assert.Contains($"{vectors.Length} vectors of {dimension} coordinates", picture.Value, StringComparison.Ordinal);
    }

    /// <summary>The published way: again and again the first highest priority, then everything on a line with it and an earlier one is out.</summary>
    private static List<int[]> GrowOneArgmaxAtATime(Ask ask, int dimension)
    {
        var left = AllVectors(dimension).ToList();
        var taken = new List<int[]>();
        while (left.Count > 0)
        {
            var next = left.MaxBy(vector => ask(vector))!;
            left.RemoveAll(vector => vector == next || taken.Exists(earlier => Enumerable.Range(0, dimension).All(i => (vector[i] + next[i] + earlier[i]) % 3 == 0)));
            taken.Add(next);
        }

        return taken;
    }

    private static IEnumerable<int[]> AllVectors(int dimension) => dimension == 0
        ? [[]]
        : from start in AllVectors(dimension - 1) from last in new[] { 0, 1, 2 } select (int[])[.. start, last];

    private object Space(int dimension) => _caps.New("Space", dimension);

    private object Cap(int[][] vectors) => _caps.New("Cap", (object)vectors);

    private int[][] Grow(int dimension) => (int[][])((dynamic)_caps.Call("Grow", Space(dimension))!).Vectors;

    private IEnumerable<string> Violations(int dimension, int[][] vectors) =>
        (IEnumerable<string>)_caps.Call("Violations", Space(dimension), Cap(vectors))!;
}
