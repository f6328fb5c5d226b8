using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FunSearch.Specifications.Reading;

/// <summary>Compiles a specification like an ordinary project: implicit usings, nullable, Release, the framework and the markers.</summary>
internal static class SpecificationCompiler
{
    private const int ShownErrors = 5;

    private static readonly SyntaxTree ImplicitUsings = CSharpSyntaxTree.ParseText(
        string.Join('\n', new[]
        {
            "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading",
            "System.Threading.Tasks",
        }.Select(name => $"global using global::{name};")),
        SourceFiles.ParseOptions);

    private static readonly Lazy<IReadOnlyList<MetadataReference>> LazyFramework = new(FindFramework);
    private static readonly Lazy<IReadOnlyList<MetadataReference>> LazyReferences =
        new(() => [.. Framework, MetadataReference.CreateFromFile(typeof(EvolveAttribute).Assembly.Location)]);

    /// <summary>The assemblies of the shared framework: all that a plain project has.</summary>
    public static IReadOnlyList<MetadataReference> Framework => LazyFramework.Value;

    /// <summary>The assemblies of the shared framework and the markers.</summary>
    public static IReadOnlyList<MetadataReference> References => LazyReferences.Value;

    /// <exception cref="SpecificationException">It does not compile: the first errors.</exception>
    public static CSharpCompilation Compile(SourceFiles files)
    {
        var compilation = CSharpCompilation.Create(
            "specification",
            files.Trees.Append(ImplicitUsings),
            References,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: OptimizationLevel.Release,
                nullableContextOptions: NullableContextOptions.Enable,
                deterministic: true));
        var errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .OrderBy(error => error.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(error => error.Location.SourceSpan.Start)
            .ToList();
        return errors.Count == 0
            ? compilation
            : throw new SpecificationException([.. errors.Select(error => Mistake(error, files)).Distinct().Take(ShownErrors)]);
    }

    private static Mistake Mistake(Diagnostic error, SourceFiles files)
    {
        var sentence = $"It does not compile. {error.GetMessage()} ({error.Id}).";
        return error.Location.IsInSource
            ? Place.Mistake(error.Location, sentence + (MissesTheMarkers(error) ? " Write 'using FunSearch;' at the top of the file." : ""))
            : new Mistake(Place.AsTyped(files.Folder), 0, sentence);
    }

    private static bool MissesTheMarkers(Diagnostic error)
    {
        var name = error.Location.SourceTree!.GetText().ToString(error.Location.SourceSpan).Split('(')[0];
        return error.Id == "CS0246" && typeof(EvolveAttribute).Assembly.GetType($"FunSearch.{name}Attribute") is not null;
    }

    private static IReadOnlyList<MetadataReference> FindFramework()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return [.. trusted.Split(Path.PathSeparator).Where(path => Path.GetDirectoryName(path) == framework)
            .Select(path => MetadataReference.CreateFromFile(path))];
    }
}
