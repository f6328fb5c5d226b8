using FunSearch.Specifications.Reading.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Specifications.Reading;

/// <summary>Compiles a specification as its editor does: like an ordinary new project, or as the project beside it says.</summary>
internal static class SpecificationCompiler
{
    private const int ShownErrors = 5;

    /// <summary>Simple name of the assembly that holds the markers.</summary>
    public static string Markers { get; } = typeof(EvolveAttribute).Assembly.GetName().Name!;

    private static IReadOnlyList<string> MarkerNames { get; } =
    [
        .. typeof(EvolveAttribute).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(Attribute)))
            .Select(type => type.Name[..^nameof(Attribute).Length]),
    ];

    /// <exception cref="SpecificationException">It does not compile: the first errors.</exception>
    public static CSharpCompilation Compile(SourceFiles files)
    {
        var around = files.Surroundings;
        var compilation = CSharpCompilation.Create(around.AssemblyName, files.Trees.Concat(around.Trees), around.References, around.Options);
        var errors = Errors(compilation);
        if (errors.Count > 0 && around.Analyzers.Count > 0)
        {
            // Few specifications need a source generator, and loading those of the SDK takes a while.
            compilation = SourceGenerators.Run(compilation, around);
            errors = Errors(compilation);
        }

        return errors.Count == 0
            ? compilation
            : throw new SpecificationException([.. errors.Select(error => Mistake(error, files)).Distinct().Take(ShownErrors)]);
    }

    private static List<Diagnostic> Errors(CSharpCompilation compilation) =>
    [
        .. compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .OrderBy(error => error.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(error => error.Location.SourceSpan.Start)
            // An attribute that is not found is told twice, the first time with 'Attribute' behind its name.
            .GroupBy(error => (error.Id, error.Location)).Select(error => error.Last()),
    ];

    private static Mistake Mistake(Diagnostic error, SourceFiles files)
    {
        var sentence = $"It does not compile. {error.GetMessage()} ({error.Id}).";
        return error.Location.IsInSource
            ? Place.Mistake(error.Location, sentence + Mend(error, files.Surroundings))
            : new Mistake(Place.AsTyped(files.Folder), 0, sentence);
    }

    private static string Mend(Diagnostic error, Surroundings around)
    {
        if (error.Id is not ("CS0246" or "CS0234"))
        {
            return "";
        }

        var tree = error.Location.SourceTree!;
        var place = tree.GetRoot().FindNode(error.Location.SourceSpan);
        var name = tree.GetText().ToString(error.Location.SourceSpan).Split('(')[0];
        if (MarkerNames.Contains(name))
        {
            return " Write 'using FunSearch;' at the top of the file.";
        }

        if (place.FirstAncestorOrSelf<AttributeSyntax>() is not null && Nearest.To(name, MarkerNames) is { } marker)
        {
            return $" Did you mean [{marker}]?";
        }

        var isUsing = place.FirstAncestorOrSelf<UsingDirectiveSyntax>() is not null;
        return !isUsing ? ""
            : around.Project is { } project ? $" The assembly that holds it is missing: refer to it in '{Path.GetFileName(project)}'."
            : " An assembly of your own or a package can be used when a project file (.csproj) that refers to it lies beside the specification.";
    }
}
