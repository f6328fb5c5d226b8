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
            .OrderBy(error => error.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(error => error.Location.SourceSpan.Start),
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
        var tree = error.Location.SourceTree!;
        var name = tree.GetText().ToString(error.Location.SourceSpan).Split('(')[0];
        if (error.Id == "CS0246" && typeof(EvolveAttribute).Assembly.GetType($"FunSearch.{name}Attribute") is not null)
        {
            return " Write 'using FunSearch;' at the top of the file.";
        }

        var isUsing = tree.GetRoot().FindNode(error.Location.SourceSpan).FirstAncestorOrSelf<UsingDirectiveSyntax>() is not null;
        return error.Id is not ("CS0246" or "CS0234") || !isUsing ? ""
            : around.Project is { } project ? $" The assembly that holds it is missing: refer to it in '{Path.GetFileName(project)}'."
            : " An assembly of your own or a package can be used when a project file (.csproj) that refers to it lies beside the specification.";
    }
}
