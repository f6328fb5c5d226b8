using FunSearch.Specifications;

namespace FunSearch.Tests.Specifications;

public sealed class SpecificationReaderTests
{
    private const string Tiny = """
        using FunSearch;
        public static class Tiny
        {
            [Inputs("train")] public static int[] Train() => [1];
            [Run] public static double Go(int input) => Weigh(input);
            [Evolve] public static double Weigh(double x) => x;
        }
        """;

    [Fact]
    public void Everything_that_a_search_asks_of_a_specification_is_read()
    {
        var specification = SpecificationFolder.Read("""
            using FunSearch;
            /// <summary>Trips that are <see cref="Trip">short</see>.</summary>
            /// <remarks>Read <paramref name="x"/>.</remarks>
            [Variants("small", "large")]
            [Known("Ada", 3.5, Variant = "small", Figure = "length", Group = "A", Source = "a page")]
            [Known("Bob", 4, Variant = "large")]
            [Known("Eve", 5)]
            public static class Trips
            {
                public sealed record Trip(int[] Stops);
                [Inputs("test")] public static IEnumerable<int> Test(string variant) => [1];
                [Inputs("train")] public static List<int> Train() => [1];
                [Run] public static Trip Go(int input) => new([(int)Weigh(input)]);
                [Score(Minimise = true)] public static int Length(int input, Trip trip) => trip.Stops.Length;
                [Verify] public static string[] Check(int input, Trip trip) => [];
                [Picture] public static string Draw(int input, Trip trip) => "<svg/>";
                [Figure("length")] public static double Mean(IReadOnlyList<(int Input, Trip Solution)> group) => 1;
                [Baseline("One")] public static double One(double x) => 1;
                [Baseline("Two")] public static double Two(double y) => 2;
                [Data] public static IEnumerable<int> Own(string path) => [];
                /// <summary>How heavy.</summary>
                /// <param name="x">A load.</param>
                [Evolve]
                public static double Weigh(double x)
                {
                    return x;
                }
            }
            """);

        Assert.Equal(("./tiny", "small", "./tiny:small"), (specification.Problem, specification.Variant, specification.Title));
        Assert.Equal("Trips", specification.ClassName);
        Assert.Equal("public static double Weigh_v1(double x)", specification.Function.HeaderAs("Weigh_v1"));
        Assert.Equal("/// <summary>How heavy.</summary>\n/// <param name=\"x\">A load.</param>", specification.Function.Documentation);
        Assert.Equal("{\n    return x;\n}", specification.FirstBody.Text);
        Assert.True(specification.Minimise);
        Assert.Null(specification.Unverifiable);
        Assert.Equal([Split.Train, Split.Test], specification.Splits);
        Assert.Equal(["One", "Two"], specification.Baselines);
        Assert.Equal(["length"], specification.Figures);
        Assert.Equal([new KnownFigure("Ada", 3.5, "small", "length", "A", "a page"), new KnownFigure("Eve", 5, null, null, null, null)], specification.Known);
        Assert.Equal(["small", "large"], specification.Variants);
        Assert.True(specification.ReadsData);
        Assert.True(specification.HasPicture);
        Assert.Equal("Trips that are short.", specification.Summary);
        Assert.Empty(specification.References);
    }

    [Fact]
    public void The_summary_is_that_of_the_part_with_the_evolved_function()
    {
        var specification = SpecificationFolder.Read("""
            using FunSearch;
            /// <summary>Knows nothing of the code.</summary>
            public static partial class Tiny
            {
                [Inputs("train")] public static int[] Train() => [1];
            }
            /// <summary>Weights &amp; <see cref="Weigh(double)"/>.</summary>
            public static partial class Tiny
            {
                [Run] public static double Go(int input) => Weigh(input);
                [Evolve] public static double Weigh(double x) => x;
            }
            """);

        Assert.Equal("Weights & Weigh.", specification.Summary);
    }

    [Fact]
    public void The_context_of_a_prompt_is_the_problem_without_its_markers()
    {
        var specification = SpecificationFolder.Read("""
            using FunSearch;
            /// <summary>Trips that are short.</summary>
            public static class Trips
            {
                /// <summary>Where it stops.</summary>
                public sealed record Trip(int[] Stops);
                public sealed record Load(double Weight, Box[] Boxes);
                public readonly record struct Box(int Size);
                public class City
                {
                    public int People { get; set; }
                }
                [Inputs("train")] public static IEnumerable<City> Train() => [new City { People = 3 }];
                /// <summary>Goes there.</summary>
                [Run]
                public static Trip Go(City city)
                {
                    // All at once.
                    return new([(int)Weigh(new(Half(city.People), []))]);
                }
                [Score] public static int Length(City city, Trip trip) => trip.Stops.Length;
                [Callable] public static double Half(double x) => x / 2;
                [Evolve] public static double Weigh(Load load) => load.Weight;
            }
            """);

        Golden.Matches(specification.PromptContext, "trips");
    }

    [Theory]
    [InlineData("=> x;", "{\n    return x;\n}")]
    [InlineData("=> x\n            + 1;", "{\n    return x\n        + 1;\n}")]
    [InlineData("=> throw new NotImplementedException();", "{\n    throw new NotImplementedException();\n}")]
    [InlineData("{ return x; }", "{ return x; }")]
    [InlineData("\n        {\n            if (x > 1)\n            {\n                return 1;\n            }\n\n            return x;\n        }", "{\n    if (x > 1)\n    {\n        return 1;\n    }\n\n    return x;\n}")]
    public void The_first_body_is_a_block_at_the_left_margin(string written, string expected)
    {
        var specification = SpecificationFolder.Read(Tiny.Replace("=> x;", written, StringComparison.Ordinal));

        Assert.Equal(expected, specification.FirstBody.Text);
    }

    [Theory]
    [InlineData("int x, long y, byte z", "double")]
    [InlineData("bool x, float y, decimal z", "bool")]
    [InlineData("int[] x, double[][] y, bool[,] z", "int[]")]
    [InlineData("ReadOnlySpan<int> x, ReadOnlySpan<double> y", "double[][]")]
    [InlineData("(int Size, double[] Loads) x, (int, (bool, float)) y", "(int First, double Second)")]
    [InlineData("Box x, Box[] y, (Crate, Box) z", "Box")]
    [InlineData("Crate x", "Crate[]")]
    public void Every_type_that_may_stand_in_a_signature_is_read_as_it_is_written(string parameters, string result)
    {
        var specification = SpecificationFolder.Read($$"""
            using FunSearch;
            public static class Tiny
            {
                public sealed record Box(string Name, int Size, double[] Loads);
                public record struct Crate { public int Size; public bool Full { get; init; } }
                [Inputs("train")] public static int[] Train() => [1];
                [Run] public static double Go(int input) => input;
                [Evolve] public static {{result}} Weigh({{parameters}}) => throw new NotImplementedException();
            }
            """);

        Assert.Equal($"public static {result} Weigh({parameters})", specification.Function.HeaderAs("Weigh"));
    }

    [Fact]
    public void A_class_may_stand_in_several_files_and_a_namespace_and_another_class()
    {
        using var folder = new SpecificationFolder();
        folder.Write("A.cs", """
            using FunSearch;
            namespace Ware.House;
            public partial class Outer
            {
                public static partial class Inner
                {
                    [Inputs("train")] public static int[] Train() => [1];
                    [Run] public static double Go(int input) => Weigh(new(input, 1), new Load());
                }
            }
            """);
        folder.Write("B.cs", """
            namespace Ware.House;
            public record struct Load(int Size);
            public partial class Outer
            {
                public static partial class Inner
                {
                    public record Box(int Size, int Weight);
                    [FunSearch.Evolve] public static double Weigh(Box box, Load @event) => box.Size;
                }
            }
            """);
        folder.Write("bin/C.cs", "this is no C#");

        var specification = SpecificationReader.Read(folder.Path, "x", "");

        Assert.Equal("Ware.House.Outer+Inner", specification.ClassName);
        Assert.Equal("public static double Weigh(Box box, Ware.House.Load @event)", specification.Function.HeaderAs("Weigh"));
        Assert.Contains("Ware.House.Outer/Inner/Box::get_Size", specification.Nameable);
        Assert.Contains("Ware.House.Load::get_Size", specification.Nameable);
        Assert.Equal(folder.Path, specification.Folder);
    }

    [Fact]
    public void A_single_file_is_a_specification_of_its_own()
    {
        using var folder = new SpecificationFolder();
        var path = folder.Write("tiny.cs", Tiny);
        folder.Write("other.cs", "this is no C#");

        var specification = SpecificationReader.Read(path, path, "");

        Assert.Equal((folder.Path, "Tiny"), (specification.Folder, specification.ClassName));
    }

    [Fact]
    public void Markers_are_known_by_their_type_and_not_by_their_spelling()
    {
        var specification = SpecificationFolder.Read("""
            using Search = FunSearch.EvolveAttribute;
            public static class Tiny
            {
                [global::FunSearch.InputsAttribute("train")] public static int[] Train() => [1];
                [FunSearch.Run, Obsolete] public static double Go(int input) => Weigh(input);
                [Search] public static double Weigh(double x) => x;
            }
            """);

        Assert.Equal("Weigh", specification.Function.Name);
    }

    [Fact]
    public void Candidates_may_name_helpers_that_are_callable_and_what_records_show()
    {
        var specification = SpecificationFolder.Read("""
            using FunSearch;
            public static class Tiny
            {
                public record Thing(double Weight);
                public sealed record Load(string Name, int[] Sizes, double Weight) : Thing(Weight) { public bool Full; private int Secret => 1; public static int Count => 2; }
                public readonly record struct Choice(int Index) { public double Cost { get; init; } }
                [Inputs("train")] public static int[] Train() => [1];
                [Run] public static double Go(int input) => Weigh(new("a", [], 1)).Cost;
                [Callable] public static double Half(double x) => x / 2;
                public static double Third(double x) => x / 3;
                [Evolve] public static Choice Weigh(Load load) => new(load.Sizes.Length) { Cost = Half(load.Weight) };
            }
            """);

        Assert.Equal(
            [
                "Tiny::Half",
                "Tiny/Thing::get_Weight", "Tiny/Load::get_Sizes", "Tiny/Load::Full",
                "Tiny/Choice::get_Index", "Tiny/Choice::get_Cost", "Tiny/Choice::Deconstruct",
                "Tiny/Choice::.ctor", "Tiny/Choice::set_Index", "Tiny/Choice::set_Cost",
            ],
            specification.Nameable);
    }

    [Fact]
    public void Constants_are_what_the_code_around_the_evolved_function_counts_with()
    {
        var specification = SpecificationFolder.Read("""
            using FunSearch;
            public static class Tiny
            {
                private const int Size = 0x10;
                private const int Unused = 99;
                [Inputs("train")] public static int[] Train() => [77];
                [Run] public static double Go(int input) => Weigh(input) + Size + 'a' + "8".Length;
                [Callable] public static float Half(double x) => (float)x / 2.5f;
                [Evolve] public static double Weigh(double x) => 1e3 * x + 16;
            }
            """);

        Assert.Equal([16, 2.5, 1000], specification.Constants);
    }

    [Theory]
    [InlineData("sizes.csv", true)]
    [InlineData("data/large/sizes.csv", true)]
    [InlineData("more/Unused.cs", true)]
    [InlineData("README.md", false)]
    [InlineData("Tiny.sln", false)]
    [InlineData("more/Tiny.slnx", false)]
    [InlineData("Tiny.csproj.user", false)]
    [InlineData("runs.db", false)]
    [InlineData("runs.db-wal", false)]
    [InlineData("bin/sizes.csv", false)]
    [InlineData("data/obj/sizes.csv", false)]
    [InlineData(".funsearch/store.db", false)]
    [InlineData("data/.hidden", false)]
    public void The_hash_of_a_folder_knows_what_lies_in_it(string file, bool counts)
    {
        using var folder = new SpecificationFolder();
        folder.Write("a.cs", Tiny);
        folder.Write(file, "1,2");
        var (hash, alone) = (Hash(folder.Path), Hash(Path.Combine(folder.Path, "a.cs")));

        folder.Write(file, "1,3");

        Assert.Equal(counts, Hash(folder.Path) != hash);
        Assert.Equal(alone, Hash(Path.Combine(folder.Path, "a.cs")));

        static string Hash(string path) => SpecificationReader.Read(path, "x", "").Hash;
    }

    [Fact]
    public void The_hash_knows_names_and_contents_but_not_line_ends()
    {
        var hash = Hash("a.cs", Tiny);

        Assert.Matches("^[0-9a-f]{64}$", hash);
        Assert.Equal(hash, Hash("a.cs", Tiny.ReplaceLineEndings("\r\n")));
        Assert.NotEqual(hash, Hash("b.cs", Tiny));
        Assert.NotEqual(hash, Hash("a.cs", Tiny + "\n"));

        static string Hash(string name, string text)
        {
            using var folder = new SpecificationFolder();
            folder.Write(name, text);
            return SpecificationReader.Read(folder.Path, "x", "").Hash;
        }
    }

    [Fact]
    public void A_variant_that_is_not_listed_is_left_to_the_specification()
    {
        var source = Tiny.Replace("public static class", "[Variants(\"3\", \"4\")] public static class", StringComparison.Ordinal);

        Assert.Equal("3", SpecificationFolder.Read(source).Variant);
        Assert.Equal("4", SpecificationFolder.Read(source, "4").Variant);
        Assert.Equal("11,12", SpecificationFolder.Read(source, "11,12").Variant);
    }

    [Fact]
    public void A_result_that_cannot_be_verified_says_why()
    {
        var withoutScore = SpecificationFolder.Read(Tiny);
        var withoutVerifier = SpecificationFolder.Read(Tiny.Replace(
            "[Evolve]", "[Score] public static double Cost(int input, double solution) => solution; [Evolve]", StringComparison.Ordinal));

        Assert.Equal("No method is marked [Score]: 'Go' returns the score itself, and leaves no solution to check.", withoutScore.Unverifiable);
        Assert.Equal("No method is marked [Verify]: nothing says whether a solution is valid.", withoutVerifier.Unverifiable);
    }

    [Fact]
    public void Without_a_score_the_run_says_which_way_is_better()
    {
        Assert.False(SpecificationFolder.Read(Tiny).Minimise);
        Assert.True(SpecificationFolder.Read(Tiny.Replace("[Run]", "[Run(Minimise = true)]", StringComparison.Ordinal)).Minimise);
    }

    [Fact]
    public void The_same_sources_make_the_same_assembly() =>
        Assert.Equal(SpecificationFolder.Read(Tiny).Assembly, SpecificationFolder.Read(Tiny).Assembly);
}
