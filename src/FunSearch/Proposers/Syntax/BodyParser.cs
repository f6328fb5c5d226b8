using FunSearch.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax;

/// <summary>From text to tree.</summary>
internal static class BodyParser
{
    // XML in documentation comments nests as deep as its writer likes, and the parser follows it until the stack is gone.
    private static readonly CSharpParseOptions WithoutDocumentation = new(LanguageVersion.CSharp14, DocumentationMode.None);

    /// <param name="body">A body that has passed the front end: the parser may hang on anything else.</param>
    public static BlockSyntax Parse(Body body) => (BlockSyntax)SyntaxFactory.ParseStatement(body.Text, options: WithoutDocumentation);
}
