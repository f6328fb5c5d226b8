using System.Collections.Immutable;
using FunSearch.Specifications.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Specifications.Exporting;

/// <summary>Compiles a file alone, against the framework, and takes out the usings that it does without.</summary>
/// <param name="Errors">The first ones, a sentence each; empty when it compiles.</param>
internal sealed record LooseFile(string Text, IReadOnlyList<string> Errors)
{
    private const int ShownErrors = 3;
    private const string UnneededUsing = "CS8019";

    /// <param name="home">The class that its parts come from, if any: where they name it before a member, the name is left out.</param>
    public static LooseFile Check(string text, string? home)
    {
        var root = CSharpSyntaxTree.ParseText(text, SourceFiles.ParseOptions).GetCompilationUnitRoot();
        root = home is null ? root : (CompilationUnitSyntax)new WithoutHome(home).Visit(root);

        // Twice: usings of what is not there are errors, and what is left then shows which of the others are needed.
        root = WithoutUsings(root, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        root = WithoutUsings(root, diagnostic => diagnostic.Id == UnneededUsing);
        var errors = Diagnose(root).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(error => $"{error.GetMessage()} ({error.Id}).").Distinct().Take(ShownErrors);
        return new LooseFile(root.ToFullString().TrimStart('\n'), [.. errors]);
    }

    private static CompilationUnitSyntax WithoutUsings(CompilationUnitSyntax root, Func<Diagnostic, bool> unwanted) => root.RemoveNodes(
        Diagnose(root).Where(unwanted)
            .Select(diagnostic => root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<UsingDirectiveSyntax>())
            .OfType<UsingDirectiveSyntax>(),
        SyntaxRemoveOptions.KeepNoTrivia)!;

    private static ImmutableArray<Diagnostic> Diagnose(CompilationUnitSyntax root) => CSharpCompilation.Create(
        "exported",
        [SyntaxFactory.SyntaxTree(root, SourceFiles.ParseOptions)],
        Surroundings.Plain,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)).GetDiagnostics();

    /// <summary>Turns <c>Warehouse.Shelf</c> into <c>Shelf</c>.</summary>
    private sealed class WithoutHome(string home) : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitMemberAccessExpression(MemberAccessExpressionSyntax node) =>
            IsHome(node.Expression) ? node.Name.WithTriviaFrom(node) : base.VisitMemberAccessExpression(node);

        public override SyntaxNode? VisitQualifiedName(QualifiedNameSyntax node) =>
            IsHome(node.Left) ? node.Right.WithTriviaFrom(node) : base.VisitQualifiedName(node);

        private bool IsHome(SyntaxNode left) => left is IdentifierNameSyntax { Identifier.ValueText: var name } && name == home;
    }
}
