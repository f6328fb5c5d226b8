using System.Collections.Immutable;
using FunSearch.Specifications.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Specifications.Exporting;

/// <summary>Compiles a file alone and takes out the usings that it does without.</summary>
/// <param name="Errors">The first ones, a sentence each; empty when it compiles.</param>
internal sealed record LooseFile(string Text, IReadOnlyList<string> Errors)
{
    private const int ShownErrors = 3;
    private const string UnneededUsing = "CS8019";

    /// <param name="home">Where its parts come from, if that is known.</param>
    /// <param name="assemblies">Absolute paths of what it may refer to besides the framework.</param>
    public static LooseFile Check(string text, FormerHome? home, IReadOnlyList<string> assemblies)
    {
        MetadataReference[] references = [.. Surroundings.Plain, .. assemblies.Select(assembly => MetadataReference.CreateFromFile(assembly))];
        var root = CSharpSyntaxTree.ParseText(text, SourceFiles.ParseOptions).GetCompilationUnitRoot();
        root = home is null ? root : (CompilationUnitSyntax)home.Visit(root);

        // Twice: usings of what is not there are errors, and what is left then shows which of the others are needed.
        root = WithoutUsings(root, references, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        root = WithoutUsings(root, references, diagnostic => diagnostic.Id == UnneededUsing);
        var errors = Diagnose(root, references).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(error => $"{error.GetMessage()} ({error.Id}).").Distinct().Take(ShownErrors);
        return new LooseFile(root.ToFullString().TrimStart('\n'), [.. errors]);
    }

    private static CompilationUnitSyntax WithoutUsings(
        CompilationUnitSyntax root, IEnumerable<MetadataReference> references, Func<Diagnostic, bool> unwanted) => root.RemoveNodes(
        Diagnose(root, references).Where(unwanted)
            .Select(diagnostic => root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<UsingDirectiveSyntax>())
            .OfType<UsingDirectiveSyntax>(),
        SyntaxRemoveOptions.KeepNoTrivia)!;

    private static ImmutableArray<Diagnostic> Diagnose(CompilationUnitSyntax root, IEnumerable<MetadataReference> references) => CSharpCompilation.Create(
        "exported",
        [SyntaxFactory.SyntaxTree(root, SourceFiles.ParseOptions)],
        references,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)).GetDiagnostics();
}
