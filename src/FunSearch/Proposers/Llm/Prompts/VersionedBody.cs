using System.Text;
using FunSearch.Lexing;
using FunSearch.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FunSearch.Proposers.Llm.Prompts;

/// <summary>A body as it stands in a prompt: under a version's name, and from the first column on.</summary>
internal static class VersionedBody
{
    /// <summary>Renames the function's calls to itself and moves the block's lines to the left, until its last stands at the margin.
    /// No other token is touched, nor a line within one. Only the lexer reads it: a model may have written it.</summary>
    public static string Write(Body body, string function, string version)
    {
        var text = body.Text;
        var margin = Indentation(text[(text.LastIndexOf('\n') + 1)..]);
        var tokens = CSharpTokens.Of(text).ToList();
        var written = new StringBuilder(text.Length);
        var end = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            written.Append(Outdent(text[end..tokens[i].SpanStart], margin));
            written.Append(IsSelfCall(tokens, i, function) ? version : text[tokens[i].SpanStart..tokens[i].Span.End]);
            end = tokens[i].Span.End;
        }

        return written.Append(Outdent(text[end..], margin)).ToString();
    }

    private static bool IsSelfCall(List<SyntaxToken> tokens, int at, string function) =>
        at + 1 < tokens.Count
        && tokens[at].IsKind(SyntaxKind.IdentifierToken)
        && tokens[at].ValueText == function
        && tokens[at + 1].IsKind(SyntaxKind.OpenParenToken)
        && !(at > 0 && tokens[at - 1].IsKind(SyntaxKind.DotToken));

    private static string Outdent(string gap, int margin)
    {
        var lines = gap.Split('\n');
        for (var i = 1; i < lines.Length; i++)
        {
            lines[i] = lines[i][Math.Min(margin, Indentation(lines[i]))..];
        }

        return string.Join('\n', lines);
    }

    private static int Indentation(string line) => line.Length - line.TrimStart(' ', '\t').Length;
}
