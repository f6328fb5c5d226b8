using FunSearch.Specifications;

namespace FunSearch.Tests.Specifications;

/// <summary>One tiny specification for each mistake, and the exact sentences.</summary>
public sealed class SpecificationMistakesTests
{
    private const string Inputs = """[Inputs("train")] public static int[] Train() => [1];""";
    private const string Run = """[Run] public static double Go(int input) => Weigh(input);""";
    private const string Evolve = """[Evolve] public static double Weigh(double x) => x;""";
    private const string Trip = """public sealed record Trip(int[] Stops);""";
    private const string RunTrip = """[Run] public static Trip Go(int input) => new([(int)Weigh(input)]);""";
    private const string ScoreTrip = """[Score] public static int Length(int input, Trip trip) => trip.Stops.Length;""";
    private const string EvolvedTypes = "A parameter must be a number, bool, an array, a ReadOnlySpan of numbers, a tuple or a public record of these.";
    private const string ResultTypes = "A result must be a number, bool, an array, a tuple or a public record of these.";

    /// <summary>The members stand from line 3 on; an expected sentence begins with its line.</summary>
    public static TheoryData<string, string[], string[]> Members => new()
    {
        {
            "no run", [Inputs, Evolve],
            ["2: No method of 'Tiny' is marked [Run]. Mark exactly one."]
        },
        {
            "no evolve", [Inputs, "[Run] public static double Go(int input) => input;"],
            ["2: No method of 'Tiny' is marked [Evolve]. Mark exactly one."]
        },
        {
            "a beginning with parameters", [Inputs, Run, Evolve, "[Begin] public static int Forget(int input) => input;"],
            ["6: 'Forget' is marked [Begin], takes (int input) and returns int. It must take () and return void: it is called before each program."]
        },
        {
            "no train", [Run, Evolve],
            ["2: No method of 'Tiny' is marked [Inputs(\"train\")]. Mark exactly one: a search learns from its inputs."]
        },
        {
            "all that is missing at once", ["""[Baseline("A")] public static double A(double x) => x;"""],
            [
                "2: No method of 'Tiny' is marked [Evolve]. Mark exactly one.",
                "2: No method of 'Tiny' is marked [Run]. Mark exactly one.",
                "2: No method of 'Tiny' is marked [Inputs(\"train\")]. Mark exactly one: a search learns from its inputs.",
            ]
        },
        {
            "two runs", [Inputs, Run, Evolve, "[Run] public static double Drive(int input) => Weigh(input);"],
            ["4: 2 methods are marked [Run]: Go (line 4), Drive (line 6). Mark exactly one."]
        },
        {
            "two evolved", [Inputs, Run, Evolve, "[Evolve] public static double Price(double x) => x;"],
            ["5: 2 methods are marked [Evolve]: Weigh (line 5), Price (line 6). Mark exactly one."]
        },
        {
            "two scores", [Inputs, Trip, RunTrip, Evolve, ScoreTrip, "[Score] public static int Other(int input, Trip trip) => 1;"],
            ["7: 2 methods are marked [Score]: Length (line 7), Other (line 8). Mark at most one."]
        },
        {
            "two verifiers",
            [
                Inputs, Trip, RunTrip, Evolve, ScoreTrip,
                "[Verify] public static string[] A(int input, Trip trip) => [];", "[Verify] public static string[] B(int input, Trip trip) => [];",
            ],
            ["8: 2 methods are marked [Verify]: A (line 8), B (line 9). Mark at most one."]
        },
        {
            "two pictures",
            [
                Inputs, Trip, RunTrip, Evolve, ScoreTrip,
                "[Picture] public static string A(int input, Trip trip) => \"<svg/>\";", "[Picture] public static string B(int input, Trip trip) => \"<svg/>\";",
            ],
            ["8: 2 methods are marked [Picture]: A (line 8), B (line 9). Mark at most one."]
        },
        {
            "a picture of the solution alone", [Inputs, Trip, RunTrip, Evolve, ScoreTrip, "[Picture] public static string Draw(Trip trip) => \"<svg/>\";"],
            ["8: 'Draw' is marked [Picture], takes (Trip trip) and returns string. It must be 'public static string Draw(int trip, Trip solution)'."]
        },
        {
            "a picture that is bytes", [Inputs, Trip, RunTrip, Evolve, ScoreTrip, "[Picture] public static byte[] Draw(int input, Trip trip) => [];"],
            ["8: 'Draw' is marked [Picture], takes (int input, Trip trip) and returns byte[]. It must be 'public static string Draw(int input, Trip trip)'."]
        },
        {
            "two readers of data", [Inputs, Run, Evolve, "[Data] public static int[] A(string path) => [];", "[Data] public static int[] B(string path) => [];"],
            ["6: 2 methods are marked [Data]: A (line 6), B (line 7). Mark at most one."]
        },
        {
            "two methods for a split", [Inputs, """[Inputs("train")] public static int[] More() => [2];""", Run, Evolve],
            ["3: 2 methods are marked [Inputs(\"train\")]: Train (line 3), More (line 4). Mark one for each split."]
        },
        {
            "an unknown split", [Inputs, """[Inputs("validatoin")] public static int[] More() => [2];""", Run, Evolve],
            ["4: 'More' is marked [Inputs(\"validatoin\")]. A split is \"train\", \"validation\" or \"test\". Did you mean \"validation\"?"]
        },
        {
            "a split that begins like one", [Inputs, """[Inputs("training")] public static int[] More() => [2];""", Run, Evolve],
            ["4: 'More' is marked [Inputs(\"training\")]. A split is \"train\", \"validation\" or \"test\". Did you mean \"train\"?"]
        },
        {
            "a split like nothing", [Inputs, """[Inputs("x")] public static int[] More() => [2];""", Run, Evolve],
            ["4: 'More' is marked [Inputs(\"x\")]. A split is \"train\", \"validation\" or \"test\"."]
        },
        {
            "inputs with wrong parameters", ["""[Inputs("train")] public static int[] Train(int seed) => [1];""", Run, Evolve],
            ["3: 'Train' is marked [Inputs(\"train\")] and takes (int seed). It must be 'public static IEnumerable<int> Train(string variant)', or without the parameter."]
        },
        {
            "inputs that are one input", ["""[Inputs("train")] public static int Train() => 1;""", Run, Evolve],
            ["3: 'Train' is marked [Inputs(\"train\")] and returns int. It must return IEnumerable<int>, because 'Go' takes an int."]
        },
        {
            "inputs of another type", ["""[Inputs("train")] public static List<string> Train() => [];""", Run, Evolve],
            ["3: 'Train' is marked [Inputs(\"train\")] and returns List<string>. It must return IEnumerable<int>, because 'Go' takes an int."]
        },
        {
            "data without a path", [Inputs, Run, Evolve, "[Data] public static int[] Own() => [];"],
            ["6: 'Own' is marked [Data] and takes (). It must be 'public static IEnumerable<int> Own(string path)'."]
        },
        {
            "data of another type", [Inputs, Run, Evolve, "[Data] public static double[] Own(string path) => [];"],
            ["6: 'Own' is marked [Data] and returns double[]. It must return IEnumerable<int>, because 'Go' takes an int."]
        },
        {
            "a run of two inputs", [Inputs, "[Run] public static double Go(int input, int seed) => Weigh(input);", Evolve],
            ["4: 'Go' is marked [Run] and takes (int input, int seed). It must take one input, and nothing else."]
        },
        {
            "a run without input", [Inputs, "[Run] public static double Go() => Weigh(1);", Evolve],
            ["4: 'Go' is marked [Run] and takes (). It must take one input, and nothing else."]
        },
        {
            "a generic run", [Inputs, "[Run] public static double Go<T>(T input) => Weigh(1);", Evolve],
            [
                "3: 'Train' is marked [Inputs(\"train\")] and returns int[]. It must return IEnumerable<T>, because 'Go' takes a T.",
                "4: 'Go' is marked [Run] and is generic and takes (T input). It must take one input, and nothing else.",
            ]
        },
        {
            "a run for nothing", [Inputs, "[Run] public static void Go(int input) => Weigh(input);", Evolve],
            ["4: 'Go' is marked [Run] and returns nothing. It must return a solution, or a score."]
        },
        {
            "a solution without score", [Inputs, Trip, RunTrip, Evolve],
            ["5: 'Go' is marked [Run] and returns a Trip, which nothing scores. Mark a method (input, solution) with [Score], or return a number."]
        },
        {
            "minimise where it is not read", [Inputs, Trip, RunTrip.Replace("[Run]", "[Run(Minimise = true)]"), Evolve, ScoreTrip],
            ["5: 'Go' sets Minimise on [Run], where it is not read because 'Length' is marked [Score]. Write [Score(Minimise = true)] instead."]
        },
        {
            "a score of a solution alone", [Inputs, Trip, RunTrip, Evolve, "[Score] public static int Length(Trip trip) => 1;"],
            ["7: 'Length' is marked [Score], takes (Trip trip) and returns int. It must be 'public static double Length(int trip, Trip solution)'."]
        },
        {
            "a score that is a text", [Inputs, Trip, RunTrip, Evolve, """[Score] public static string Length(int input, Trip trip) => "1";"""],
            ["7: 'Length' is marked [Score], takes (int input, Trip trip) and returns string. It must be 'public static double Length(int input, Trip trip)'."]
        },
        {
            "a verifier that says yes or no", [Inputs, Trip, RunTrip, Evolve, ScoreTrip, "[Verify] public static bool Ok(int input, Trip trip) => true;"],
            ["8: 'Ok' is marked [Verify], takes (int input, Trip trip) and returns bool. It must be 'public static IEnumerable<string> Ok(int input, Trip trip)'."]
        },
        {
            "a figure of one solution", [Inputs, Trip, RunTrip, Evolve, ScoreTrip, """[Figure("f")] public static double F(int input, Trip trip) => 1;"""],
            [
                "8: 'F' is marked [Figure(\"f\")], takes (int input, Trip trip) and returns double. "
                + "It must be 'public static double F(IReadOnlyList<(int Input, Trip Solution)> input)'.",
            ]
        },
        {
            "two figures of one name",
            [
                Inputs, Run, Evolve, """[Figure("f")] public static double F(IReadOnlyList<(int Input, double Solution)> group) => 1;""",
                """[Figure("f")] public static double G(IReadOnlyList<(int Input, double Solution)> group) => 1;""",
            ],
            ["6: 2 methods are marked [Figure(\"f\")]: F (line 6), G (line 7). Give each its own name."]
        },
        {
            "two baselines of one name",
            [Inputs, Run, Evolve, """[Baseline("b")] public static double F(double x) => 1;""", """[Baseline("b")] public static double G(double x) => 2;"""],
            ["6: 2 methods are marked [Baseline(\"b\")]: F (line 6), G (line 7). Give each its own name."]
        },
        {
            "a baseline of another signature", [Inputs, Run, Evolve, """[Baseline("b")] public static int F(int x) => 1;"""],
            ["6: 'F' is marked [Baseline(\"b\")], takes (int x) and returns int. It must be 'public static double F(double x)', like 'Weigh'."]
        },
        {
            "a marked method that is not static", [Inputs, Run, Evolve, "[Callable] public double Half(double x) => x / 2;"],
            ["6: 'Half' is marked [Callable] and is not static. A marked method must be 'public static'."]
        },
        {
            "a marked method that is private", [Inputs, Run, "[Evolve] static double Weigh(double x) => x;"],
            ["5: 'Weigh' is marked [Evolve] and is not public. A marked method must be 'public static'."]
        },
        {
            "a marked method that is neither", [Inputs, Run, Evolve, "[Callable] double Half(double x) => x / 2;"],
            ["6: 'Half' is marked [Callable] and is not public and static. A marked method must be 'public static'."]
        },
        {
            "a callable that gives a table away", [Inputs, Run, Evolve, "[Callable] public static double[] Table(double x) => [x];"],
            [
                "6: 'Table' is marked [Callable] and returns double[], which a candidate could change for all that come after it. Return a number, a tuple or a "
                + "record of numbers, or for a table a ReadOnlySpan of numbers.",
            ]
        },
        {
            "a callable that returns a reference", [Inputs, Run, Evolve, "[Callable] public static void Half(ref double x) => x /= 2;"],
            ["6: 'Half' is marked [Callable] and takes or returns a reference. Take and return values."]
        },
        {
            "a callable with a namesake", [Inputs, Run, Evolve, "[Callable] public static double Half(double x) => x / 2; static int Half(int x) => x / 2;"],
            ["6: 'Half' is marked [Callable], and another method has its name. Rename one of the two: a candidate could call both."]
        },
        {
            "two roles", [Inputs, Run, """[Evolve, Baseline("b")] public static double Weigh(double x) => x;"""],
            ["5: 'Weigh' is marked [Evolve] and [Baseline(\"b\")]. A method has one role: write a method for each."]
        },
        {
            "a marker on a local function", [Inputs, Run, Evolve, "public static void F() { [Callable] static int G() => 1; G(); }"],
            ["6: [Callable] stands on something that is not a method of the class. Move it to one."]
        },
        {
            "a generic evolved function", [Inputs, Run, "[Evolve] public static double Weigh<T>(T x) => 1;"],
            ["5: 'Weigh' is marked [Evolve] and is generic. It must not be: a candidate is called with fixed types."]
        },
        {
            "an evolved function with a reference", [Inputs, "[Run] public static double Go(int input) { double x = input; return Weigh(ref x); }", "[Evolve] public static double Weigh(ref double x) => x;"],
            ["5: 'Weigh' is marked [Evolve] and takes 'ref x'. It must take it by value: a candidate works on copies."]
        },
        {
            "an evolved function with a result on the side", [Inputs, "[Run] public static double Go(int input) => Weigh(out var x);", "[Evolve] public static double Weigh(out double x) => x = 1;"],
            ["5: 'Weigh' is marked [Evolve] and takes 'out x'. It must take it by value: a candidate works on copies."]
        },
        {
            "an evolved function of a list", [Inputs, "[Run] public static double Go(int input) => Weigh([]);", "[Evolve] public static double Weigh(List<int> xs) => 1;"],
            [$"5: 'Weigh' is marked [Evolve] and takes 'List<int> xs': 'List<int>' is not supported. {EvolvedTypes}"]
        },
        {
            "an evolved function of a text in a tuple", [Inputs, "[Run] public static double Go(int input) => Weigh((1, \"\"));", "[Evolve] public static double Weigh((int, string) x) => 1;"],
            [$"5: 'Weigh' is marked [Evolve] and takes '(int, string) x': 'string' is not supported. {EvolvedTypes}"]
        },
        {
            "an evolved function of a record of a list",
            [Inputs, "[Run] public static double Go(int input) => Weigh(new([]));", "[Evolve] public static double Weigh(Order x) => 1;", "public sealed record Order(List<int> Lines);"],
            [$"5: 'Weigh' is marked [Evolve] and takes 'Order x': in 'Order.Lines' 'List<int>' is not supported. {EvolvedTypes}"]
        },
        {
            "an evolved function of a record whose array cannot be copied",
            [Inputs, "[Run] public static double Go(int input) => Weigh(new());", "[Evolve] public static double Weigh(Order x) => 1;", "public sealed record Order { public int[] Lines { get; } = []; }"],
            [$"5: 'Weigh' is marked [Evolve] and takes 'Order x': 'Order.Lines' holds an array and cannot be set when the record is copied: give it an 'init'. {EvolvedTypes}"]
        },
        {
            "an evolved function of what may be null", [Inputs, "[Run] public static double Go(int input) => Weigh(null);", "[Evolve] public static double Weigh(int[]? xs) => 1;"],
            [$"5: 'Weigh' is marked [Evolve] and takes 'int[]? xs': 'int[]?' may be null. {EvolvedTypes}"]
        },
        {
            "an evolved function of a span of truths", [Inputs, "[Run] public static double Go(int input) => Weigh([]);", "[Evolve] public static double Weigh(ReadOnlySpan<bool> xs) => 1;"],
            [$"5: 'Weigh' is marked [Evolve] and takes 'ReadOnlySpan<bool> xs': 'ReadOnlySpan<bool>' is not supported. {EvolvedTypes}"]
        },
        {
            "an evolved function to a span", [Inputs, "[Run] public static double Go(int input) => Weigh(input)[0];", "[Evolve] public static ReadOnlySpan<int> Weigh(double x) => new int[1];"],
            [$"5: 'Weigh' is marked [Evolve] and returns ReadOnlySpan<int>: 'ReadOnlySpan<int>' is not supported. {ResultTypes}"]
        },
        {
            "an evolved function to nothing", [Inputs, "[Run] public static double Go(int input) { Weigh(input); return 1; }", "[Evolve] public static void Weigh(double x) { }"],
            [$"5: 'Weigh' is marked [Evolve] and returns void: that is no result. {ResultTypes}"]
        },
        {
            "an overloaded evolved function", [Inputs, Run, Evolve, "public static double Weigh(int[] x) => 1;"],
            ["5: 'Weigh' is marked [Evolve] and is overloaded (lines 5, 6). Its name must be its own: rename the others."]
        },
        {
            "an evolved iterator", [Inputs, "[Run] public static double Go(int input) => Weigh(input).First();", "[Evolve] public static IEnumerable<double> Weigh(double x) { yield return x; }"],
            ["5: 'Weigh' is marked [Evolve] and is an iterator. It must return its whole result, for instance an array."]
        },
        {
            "an async evolved function", [Inputs, "[Run] public static double Go(int input) => Weigh(input).Result;", "[Evolve] public static async Task<double> Weigh(double x) { await Task.Yield(); return x; }"],
            ["5: 'Weigh' is marked [Evolve] and is async. It must be an ordinary method: a candidate computes, and waits for nothing."]
        },
        {
            "an evolved function without a body",
            [Inputs, Run, """[Evolve, System.Runtime.InteropServices.DllImport("m")] public static extern double Weigh(double x);"""],
            ["5: 'Weigh' is marked [Evolve] and has no body. It must have one: it is the first program."]
        },
        {
            "a first program that calls what it cannot see", [Inputs, Run, "[Evolve] public static double Weigh(double x) => Half(x);", "public static double Half(double x) => x / 2;"],
            ["5: The first program of 'Weigh' names 'Half', which a candidate cannot see. Mark it [Callable]."]
        },
        {
            "a first program that reads what it cannot see", [Inputs, Run, "[Evolve] public static double Weigh(double x) =>", "    x * Factor;", "private const double Factor = 3;"],
            ["6: The first program of 'Weigh' names 'Factor', which a candidate cannot see. Write its value into the body, or give it as a parameter."]
        },
    };

    /// <summary>Whole files, from line 1 on.</summary>
    public static TheoryData<string, string, string, string[]> Files => new()
    {
        {
            "nothing is marked", "public static class Tiny { }", "",
            ["0: Nothing is marked. A specification is a class that marks at least one method each with [Inputs(\"train\")], [Run] and [Evolve]."]
        },
        {
            "markers in two classes", $"using FunSearch;\npublic static class A {{ {Inputs} {Run} static double Weigh(double x) => x; }}\npublic static class B {{ {Evolve} }}", "",
            ["3: Markers stand in 2 classes: A (line 2), B (line 3). One class must hold them all."]
        },
        {
            "a class that nobody sees", $"using FunSearch;\nstatic class Tiny {{ {Inputs} {Run} {Evolve} }}", "",
            ["2: 'Tiny' is not public. It must be, and what it stands in: candidates are compiled against it."]
        },
        {
            "a class in a class that nobody sees", $"using FunSearch;\nclass Outer\n{{ public static class Tiny {{ {Inputs} {Run} {Evolve} }} }}", "",
            ["3: 'Tiny' is not public. It must be, and what it stands in: candidates are compiled against it."]
        },
        {
            "a generic class", $"using FunSearch;\npublic static class Tiny<T> {{ {Inputs} {Run} {Evolve} }}", "",
            ["2: 'Tiny' is generic. The class of a specification, and what it stands in, must not be."]
        },
        {
            "a type in the signature that nobody sees",
            $"using FunSearch;\npublic static class Tiny {{ {Inputs} [Run] public static double Go(int input) => Weigh(new(input));\n[Evolve] public static double Weigh(Load load) => 1; }}\ninternal record Load(int Size);", "",
            ["3: It does not compile. Inconsistent accessibility: parameter type 'Load' is less accessible than method 'Tiny.Weigh(Load)' (CS0051)."]
        },
        {
            "known figures that are nowhere",
            $"using FunSearch;\n[Variants(\"small\", \"large\")]\n[Known(\"Ada\", 3, Figure = \"lenght\")]\n[Known(\"Bob\", 4, Variant = \"larg\")]\npublic static class Tiny {{ {Inputs} {Run} {Evolve}\n"
            + "[Figure(\"length\")] public static double F(IReadOnlyList<(int Input, double Solution)> group) => 1; }", "",
            [
                "3: [Known(\"Ada\")] names the figure 'lenght'. [Figure] must name it: it names 'length'. Did you mean 'length'?",
                "4: [Known(\"Bob\")] names the variant 'larg'. [Variants] must name it: it names 'small', 'large'. Did you mean 'large'?",
            ]
        },
        {
            "known figures where there are none", $"using FunSearch;\n[Known(\"Ada\", 3, Figure = \"length\", Variant = \"small\")]\npublic static class Tiny {{ {Inputs} {Run} {Evolve} }}", "",
            ["2: [Known(\"Ada\")] names the figure 'length'. There is no [Figure].", "2: [Known(\"Ada\")] names the variant 'small'. There is no [Variants]."]
        },
        {
            "a variant where there are none", $"using FunSearch;\npublic static class Tiny {{ {Inputs} {Run} {Evolve} }}", "large",
            ["2: 'Tiny' has no variants, and 'large' is asked for. Leave out ':large', or write [Variants(\"large\")]."]
        },
        {
            "what does not compile", $"using FunSearch;\npublic static class Tiny {{ {Inputs} {Run}\n[Evolve] public static double Weigh(double x) => y;\npublic static int F() => \"\"; }}", "",
            [
                "3: It does not compile. The name 'y' does not exist in the current context (CS0103).",
                "4: It does not compile. Cannot implicitly convert type 'string' to 'int' (CS0029).",
            ]
        },
        {
            "what does not parse", "public static class Tiny {\n", "",
            ["1: It does not compile. } expected (CS1513)."]
        },
        {
            "a marker that is none", "using FunSearch;\npublic static class Tiny\n{\n    [Evolv] public static double Weigh(double x) => x;\n}", "",
            ["4: It does not compile. The type or namespace name 'Evolv' could not be found (are you missing a using directive or an assembly reference?) (CS0246). Did you mean [Evolve]?"]
        },
        {
            "markers that are not in sight", "public static class Tiny\n{\n    [Evolve] public static double Weigh(double x) => x;\n}", "",
            [
                "3: It does not compile. The type or namespace name 'Evolve' could not be found (are you missing a using directive or an assembly reference?) (CS0246). Write 'using FunSearch;' at the top of the file.",
            ]
        },
    };

    [Theory]
    [MemberData(nameof(Members))]
    public void A_mistake_in_a_member_is_one_sentence(string name, string[] members, string[] expected)
    {
        var @class = members.Any(member => member.StartsWith("[Callable]", StringComparison.Ordinal)) ? "class" : "static class";
        var source = $"using FunSearch;\npublic {@class} Tiny {{\n{string.Join('\n', members)}\n}}\n";

        var exception = Assert.Throws<SpecificationException>(() => SpecificationFolder.Read(source));

        Assert.Equal(expected, exception.Mistakes.Select(mistake => $"{mistake.Line}: {mistake.Sentence}"));
        Assert.All(exception.Mistakes, mistake => Assert.EndsWith("Specification.cs", mistake.File, StringComparison.Ordinal));
        Assert.NotEmpty(name);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_mistake_in_a_file_is_one_sentence(string name, string source, string variant, string[] expected)
    {
        var exception = Assert.Throws<SpecificationException>(() => SpecificationFolder.Read(source, variant));

        Assert.Equal(expected, exception.Mistakes.Select(mistake => $"{mistake.Line}: {mistake.Sentence}"));
        Assert.NotEmpty(name);
    }

    [Fact]
    public void A_list_of_methods_names_the_file_of_those_that_stand_elsewhere()
    {
        using var folder = new SpecificationFolder();
        folder.Write("A.cs", $"using FunSearch;\npublic static partial class Tiny {{ {Inputs} {Run}\n{Evolve} }}");
        folder.Write("B.cs", "using FunSearch;\npublic static partial class Tiny {\n[Evolve] public static double Price(double x) => x; }");

        var exception = Assert.Throws<SpecificationException>(() => SpecificationReader.Read(folder.Path, "./tiny", ""));

        Assert.Equal(
            $"{Path.Combine(folder.Path, "A.cs")}(3): 2 methods are marked [Evolve]: Weigh (line 3), Price (B.cs, line 3). Mark exactly one.",
            exception.Message);
    }

    [Fact]
    public void Only_the_first_errors_of_the_compiler_are_told()
    {
        var source = string.Join('\n', Enumerable.Range(1, 20).Select(number => $"public class C{number} : Missing{number};"));

        var exception = Assert.Throws<SpecificationException>(() => SpecificationFolder.Read(source));

        Assert.Equal([1, 2, 3, 4, 5], exception.Mistakes.Select(mistake => mistake.Line));
    }

    [Theory]
    [InlineData("nowhere", "There is no such file or folder. Name a folder, a '.cs' file, or a built-in problem.")]
    [InlineData("nowhere.cs", "There is no such file or folder. Name a folder, a '.cs' file, or a built-in problem.")]
    [InlineData("notes.txt", "It is not a C# file. A specification is a folder or a file that ends with '.cs'.")]
    [InlineData("empty", "The folder holds no '.cs' file. A specification is one class, in one or more C# files of the folder itself.")]
    public void A_path_that_leads_nowhere_is_one_sentence(string path, string expected)
    {
        using var folder = new SpecificationFolder();
        folder.Write("notes.txt", "text");
        folder.Write("empty/bin/Left.cs", "over");
        var full = Path.Combine(folder.Path, path);

        var exception = Assert.Throws<SpecificationException>(() => SpecificationReader.Read(full, path, ""));

        Assert.Equal($"{full}: {expected}", exception.Message);
    }
}
