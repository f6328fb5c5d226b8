using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FunSearch.Specifications.Reading.Projects;

/// <summary>Reads from a project how its C# is compiled.</summary>
internal static class ProjectReader
{
    /// <returns>What the specification is compiled with, and absolute paths of all files that are compiled.</returns>
    /// <exception cref="SpecificationException">The project cannot be built, or does not know the markers.</exception>
    public static (Surroundings Surroundings, IReadOnlyList<string> Sources) Read(string project, DotnetSdk sdk)
    {
        var answer = ProjectAnswer.Of(project, sdk);
        var folder = Path.GetDirectoryName(project)!;
        var arguments = CSharpCommandLineParser.Default.Parse(answer.CompilerArguments, folder, sdkDirectory: null);
        if (!arguments.MetadataReferences.Any(reference => Path.GetFileNameWithoutExtension(reference.Reference) == SpecificationCompiler.Markers))
        {
            throw new SpecificationException([new Mistake(
                Place.AsTyped(project), 0,
                $"It does not refer to {SpecificationCompiler.Markers}, which holds the markers of the specification beside it. "
                + $"Add <PackageReference Include=\"{SpecificationCompiler.Markers}\" />, or take the project file away.")]);
        }

        var surroundings = new Surroundings(
            arguments.CompilationName ?? Path.GetFileNameWithoutExtension(project),
            arguments.ParseOptions.WithDocumentationMode(DocumentationMode.Parse),
            Options(arguments),
            [],
            [.. arguments.MetadataReferences.Select(reference => MetadataReference.CreateFromFile(Path.Combine(folder, reference.Reference), reference.Properties))])
        {
            Project = project,
            Assemblies = answer.Assemblies,
            Analyzers = [.. arguments.AnalyzerReferences.Select(analyzer => Path.Combine(folder, analyzer.FilePath))],
            Generators = answer.Generators,
            Versions = answer.Versions.Length > 0 ? Path.GetFullPath(answer.Versions, folder) : null,
        };
        return (surroundings, [.. arguments.SourceFiles.Select(source => Path.GetFullPath(source.Path, folder)).Order(StringComparer.Ordinal)]);
    }

    // Warnings are the editor's business, also those that a project makes errors.
    private static CSharpCompilationOptions Options(CSharpCommandLineArguments arguments) => arguments.CompilationOptions
        .WithOptimizationLevel(OptimizationLevel.Release)
        .WithGeneralDiagnosticOption(ReportDiagnostic.Default)
        .WithSpecificDiagnosticOptions([])
        .WithStrongNameProvider(new DesktopStrongNameProvider(arguments.KeyFileSearchPaths));
}
