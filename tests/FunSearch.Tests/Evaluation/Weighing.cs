using System.Reflection;
using FunSearch.Programs;
using FunSearch.Specifications;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FunSearch.Tests.Evaluation;

/// <summary>
/// A small problem, put together by hand as the specification's reader would: weigh the numbers of an input; the score is the sum of
/// the weights. Tests change a part of it and leave the rest.
/// </summary>
internal sealed record Weighing
{
    public string Inputs { get; init; } = """
        [Inputs("train")] public static IEnumerable<Box> Train() =>
            [new("small/a", [1, 2, 3]), new("small/b", [4, 5, 6]), new("large/a", [7, 8, 9, 10])];
        """;

    public string Run { get; init; } = """
        [Run] public static Weights Weigh(Box box) => new(box.Numbers.Select(number => Weight(number, box.Numbers)).ToArray());
        """;

    public string Score { get; init; } = "[Score] public static double Sum(Box box, Weights weights) => weights.Values.Sum();";

    public string Verify { get; init; } = """
        [Verify] public static IEnumerable<string> Check(Box box, Weights weights) =>
            weights.Values.Where(weight => weight > 1000).Select(weight => $"A weight of {weight} is above 1000.");
        """;

    public string More { get; init; } = "";

    public string Variant { get; init; } = "";

    public string Folder { get; init; } = Path.GetTempPath();

    public IReadOnlyList<string> Variants { get; init; } = [];

    public bool Minimise { get; init; }

    public string? Unverifiable { get; init; }

    public IReadOnlyList<string> Baselines { get; init; } = [];

    public Specification Build() => new()
    {
        Problem = "weighing",
        Variant = Variant,
        Folder = Folder,
        ClassName = "Weighing",
        Hash = "0",
        Function = new EvolvedFunction("Weight", "double", [new Parameter("double", "number"), new Parameter("double[]", "all")], ""),
        FirstBody = new Body("{ return number; }"),
        Minimise = Minimise,
        Unverifiable = Unverifiable,
        Splits = [Split.Train],
        Baselines = Baselines,
        Figures = [],
        Known = [],
        Variants = Variants,
        ReadsData = false,
        Summary = "",
        PromptContext = "",
        Constants = [],
        Nameable = [],
        Assembly = Compile(Source),
        References = [],
    };

    private string Source => $$"""
        using System; using System.Collections.Generic; using System.IO; using System.Linq; using System.Threading; using FunSearch;
        public static class Weighing
        {
            public sealed record Box(string Name, double[] Numbers);
            public sealed record Weights(double[] Values);
            {{Inputs}}
            {{Run}}
            {{Score}}
            {{Verify}}
            {{More}}
            internal delegate double __Function(double number, double[] all);
            internal static __Function __Evolved;
            [Evolve] public static double Weight(double number, double[] all)
            {
                var result = __Evolved(number, (double[])all.Clone());
                return double.IsFinite(result) ? result : throw new NotFiniteNumberException($"Weight returned {result}.", result);
            }
        }
        """;

    private static byte[] Compile(string source)
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var references = Directory.GetFiles(framework, "System*.dll").Where(IsManaged).Append(typeof(RunAttribute).Assembly.Location);
        using var image = new MemoryStream();
        var result = CSharpCompilation.Create(
            "weighing",
            [CSharpSyntaxTree.ParseText(source)],
            references.Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release)).Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return image.ToArray();
    }

    private static bool IsManaged(string path)
    {
        try
        {
            AssemblyName.GetAssemblyName(path);
            return true;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }
}
