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
    private static readonly Lazy<Surroundings> LazyOrdinary = new(MakeOrdinary);

    /// <summary>Those of a specification that no project file lies beside: as in a new project, with the framework and the markers.</summary>
    public static Surroundings Ordinary => LazyOrdinary.Value;

    /// <summary>Absolute path of the project that says so; null without one.</summary>
    public string? Project { get; init; }

    /// <summary>Absolute paths of the assemblies that it needs at run time besides the framework's and the markers'.</summary>
    public IReadOnlyList<string> Assemblies { get; init; } = [];

    /// <summary>Absolute paths of analyzers, among which source generators may be.</summary>
    public IReadOnlyList<string> Analyzers { get; init; } = [];

    /// <summary>Folder of the framework that runs specifications.</summary>
    public static string Framework { get; } = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    private static Surroundings MakeOrdinary() => new(
        "specification",
        SourceFiles.ParseOptions,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Release,
            nullableContextOptions: NullableContextOptions.Enable,
            deterministic: true),
        [ImplicitUsings()],
        FindReferences());

    private static SyntaxTree ImplicitUsings() => CSharpSyntaxTree.ParseText(
        string.Join('\n', new[]
        {
            "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading",
            "System.Threading.Tasks",
        }.Select(name => $"global using global::{name};")),
        SourceFiles.ParseOptions);

    private static List<MetadataReference> FindReferences()
    {
        var trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return
        [
            .. trusted.Split(Path.PathSeparator).Where(path => Path.GetDirectoryName(path) == Framework)
                .Append(typeof(EvolveAttribute).Assembly.Location)
                .Select(path => MetadataReference.CreateFromFile(path)),
        ];
    }
}
