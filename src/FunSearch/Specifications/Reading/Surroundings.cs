using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FunSearch.Specifications.Reading;

/// <summary>What a specification is compiled with, besides its own files.</summary>
/// <param name="Trees">Code that stands in none of its files, such as implicit usings.</param>
/// <param name="References">What it may refer to.</param>
internal sealed record Surroundings(
    string AssemblyName,
    CSharpParseOptions ParseOptions,
    CSharpCompilationOptions Options,
    IReadOnlyList<SyntaxTree> Trees,
    IReadOnlyList<MetadataReference> References)
{
    private static readonly Lazy<IReadOnlyList<MetadataReference>> LazyPlain = new(FindPlain);
    private static readonly Lazy<Surroundings> LazyOrdinary = new(MakeOrdinary);

    /// <summary>The assemblies of the shared framework: all that a new project refers to.</summary>
    public static IReadOnlyList<MetadataReference> Plain => LazyPlain.Value;

    /// <summary>Those of a specification that no project file lies beside: as in a new project, with the framework and the markers.</summary>
    public static Surroundings Ordinary => LazyOrdinary.Value;

    /// <summary>Absolute path of the project that says so; null without one.</summary>
    public string? Project { get; init; }

    /// <summary>Absolute paths of the assemblies that it needs at run time besides the framework's and the markers'.</summary>
    public IReadOnlyList<string> Assemblies { get; init; } = [];

    /// <summary>Absolute paths of analyzers, among which source generators may be.</summary>
    public IReadOnlyList<string> Analyzers { get; init; } = [];

    /// <summary>Absolute paths of those analyzers that come neither with the SDK nor with the framework.</summary>
    public IReadOnlyList<string> Generators { get; init; } = [];

    /// <summary>Absolute path of the source that the build writes the project's versions into, the source revision among them: it may
    /// change with every commit. Null without one.</summary>
    public string? Versions { get; init; }

    /// <summary>Folder of the framework that runs specifications.</summary>
    public static string Framework { get; } = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    /// <summary>True for an assembly that a new project has with no word about it, or that holds the markers. By its name: a project takes
    /// the framework from its reference assemblies.</summary>
    public static bool IsAtHand(string assembly) =>
        assembly == SpecificationCompiler.Markers || File.Exists(Path.Combine(Framework, $"{assembly}.dll"));

    private static Surroundings MakeOrdinary() => new(
        "specification",
        SourceFiles.ParseOptions,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Release,
            nullableContextOptions: NullableContextOptions.Enable,
            deterministic: true),
        [ImplicitUsings()],
        [.. Plain, MetadataReference.CreateFromFile(typeof(EvolveAttribute).Assembly.Location)]);

    private static SyntaxTree ImplicitUsings() => CSharpSyntaxTree.ParseText(
        string.Join('\n', new[]
        {
            "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading",
            "System.Threading.Tasks",
        }.Select(name => $"global using global::{name};")),
        SourceFiles.ParseOptions);

    private static List<MetadataReference> FindPlain()
    {
        var trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return [.. trusted.Split(Path.PathSeparator).Where(path => Path.GetDirectoryName(path) == Framework).Select(path => MetadataReference.CreateFromFile(path))];
    }
}
