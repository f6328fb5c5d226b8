using System.Reflection;
using System.Runtime.Loader;
using FunSearch.Worker.Compiling;
using FunSearch.Worker.Running;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FunSearch.Tests.Worker.Compiling;

/// <summary>Compiles specifications, and loads what becomes of candidates.</summary>
internal static class CandidateWorkshop
{
    /// <summary>The collection of tests that run woven code in this process: there is one fuel for all.</summary>
    public const string FuelInTurn = "fuel";

    public const string Header = "public static double Priority(double item, double[] values, int n)";

    public const string Problem = """
        public static class Problem
        {
            public static int Secret = 42;
            public static double Help(double x) => x + 1;
            public static double Score(double x) => x;
            public static double Priority(double item, double[] values, int n) => -1;
        }
        """;

    private static CompilerSetup Setup { get; } = SetupFor(Problem, "Problem", Header, "Problem::Help");

    /// <summary>Shared by the tests that need nothing special: making one costs a second.</summary>
    public static CandidateCompiler Compiler { get; } = new(Setup);

    public static CompilerSetup SetupFor(string specification, string className, string header, params string[] nameable) =>
        new(className, "Priority", header, Assembly(specification), [], nameable);

    /// <summary>What the candidate gives for an item of 2, the values 3, 1, 2 and n = 5.</summary>
    public static double Run(byte[] image) => (double)Function(image).Invoke(null, [2.0, new[] { 3.0, 1.0, 2.0 }, 5])!;

    public static MethodInfo Function(byte[] image) =>
        Load(image).GetType("Candidate", throwOnError: true)!.GetMethod("Priority", BindingFlags.Public | BindingFlags.Static)!;

    /// <summary>A program that takes its literals as values.</summary>
    public static HeldProgram Held(byte[] image)
    {
        var specification = new AssemblyLoadContext("specification", isCollectible: true).LoadFromStream(new MemoryStream(Setup.Specification));
        return new HeldProgram(new CandidateContext(specification), image, "Priority");
    }

    public static byte[] Assembly(string source)
    {
        using var image = new MemoryStream();
        var platform = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var result = CSharpCompilation.Create(
            "specification",
            [CSharpSyntaxTree.ParseText(source)],
            new[] { "System.Private.CoreLib", "System.Runtime" }.Select(name => MetadataReference.CreateFromFile(Path.Combine(platform, $"{name}.dll"))),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return image.ToArray();
    }

    private static Assembly Load(byte[] image)
    {
        var context = new AssemblyLoadContext("candidate", isCollectible: true);
        context.LoadFromStream(new MemoryStream(Setup.Specification));
        return context.LoadFromStream(new MemoryStream(image));
    }
}
