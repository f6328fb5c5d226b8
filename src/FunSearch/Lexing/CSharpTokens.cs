using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FunSearch.Lexing;

/// <summary>Roslyn's lexer for text that anybody may have written, with all that recurses in it switched off.</summary>
/// <remarks>
/// Deeply nested preprocessor conditions, XML in documentation comments and interpolated strings overflow the stack of Roslyn's lexer,
/// which no process survives. So comments are not looked into, and <c>#</c> and <c>$</c> are read as rare letters of one character:
/// a directive becomes words, an interpolated string a word and a plain string. Positions are those of the text.
/// </remarks>
internal static class CSharpTokens
{
    private static readonly CSharpParseOptions Plain = new(documentationMode: DocumentationMode.None);

    /// <summary>The tokens without the end of the file.</summary>
    public static IEnumerable<SyntaxToken> Of(string text) =>
        SyntaxFactory.ParseTokens(text.Replace('#', '\u01C0').Replace('$', '\u01C3'), options: Plain)
            .Where(token => !token.IsKind(SyntaxKind.EndOfFileToken));
}
