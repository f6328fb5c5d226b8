using System.Buffers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace FunSearch.Worker.Compiling;

/// <summary>The first wall: reads a body with the lexer alone, because Roslyn's parser runs for minutes on some junk that models emit.</summary>
internal static class TokenScan
{
    /// <summary>In characters. The parser's worst cases grow faster than the text; a body of 200 lines still fits.</summary>
    public const int MaximumLength = 8 * 1024;

    /// <summary>Open brackets of all kinds at once. At an open bracket the parser may try several readings of what follows,
    /// so its work can double with each; people's code stays below ten.</summary>
    public const int MaximumDepth = 16;

    // Documentation comments are read as plain comments: their XML is nobody's business here.
    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp14, DocumentationMode.None);

    private static readonly SearchValues<char> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 0xa0).Select(code => (char)code).Where(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t'))]);

    /// <summary>Why the parser must not see this text; null when it may.</summary>
    public static Compiled? Refuse(string body)
    {
        if (body.Length > MaximumLength)
        {
            return new Compiled.Forbidden($"The body has {body.Length} characters; at most {MaximumLength} are allowed.");
        }

        if (body.AsSpan().IndexOfAny(Controls) is var control and >= 0)
        {
            return new Compiled.Forbidden($"The control character U+{(int)body[control]:X4} is not allowed: a terminal obeys it.");
        }

        // The lexer reads an interpolated string with everything inside it, to any depth, as one token: it must not begin.
        var text = SourceText.From(body);
        if (FirstInterpolation(body) is var interpolation and >= 0)
        {
            return new Compiled.Forbidden($"An interpolated string (line {Line(text, interpolation)}) is not allowed: a candidate makes no text.");
        }

        var brackets = new Brackets(text);
        var neighbours = new Neighbours();
        var previous = default(SyntaxToken);
        foreach (var token in SyntaxFactory.ParseTokens(body, options: Options))
        {
            if ((RefuseBroken(token, text) ?? brackets.Refuse(token) ?? Refuse(token, text)) is { } refusal)
            {
                return refusal;
            }

            if (!neighbours.MayFollow(token))
            {
                return new Compiled.DoesNotCompile(
                    $"line {Line(text, token.SpanStart)}: `{Shorten(token.Text)}` cannot follow `{Shorten(previous.Text)}`.");
            }

            previous = token;
        }

        return null;
    }

    // What the lexer finds wrong: a text or a comment without an end, a character that is no C#.
    private static Compiled.DoesNotCompile? RefuseBroken(SyntaxToken token, SourceText text)
    {
        if (!token.ContainsDiagnostics)
        {
            return null;
        }

        var errors = token.GetDiagnostics().Concat(Trivia(token).SelectMany(trivia => trivia.GetDiagnostics())).ToList();
        return errors.Find(error => error.Severity == DiagnosticSeverity.Error) is { } first
            ? new Compiled.DoesNotCompile(Diagnostics.Sentence(first, Line(text, token.SpanStart)))
            : null;
    }

    private static Compiled.Forbidden? Refuse(SyntaxToken token, SourceText text)
    {
        if (Trivia(token).FirstOrDefault(trivia => !IsPlain(trivia)) is { RawKind: not 0 } odd)
        {
            return new Compiled.Forbidden(
                $"`{Shorten(odd.ToString())}` (line {Line(text, odd.SpanStart)}) is not allowed: a body has no preprocessor directives.");
        }

        return AllowedTokens.Contains(token)
            ? null
            : new Compiled.Forbidden($"`{Shorten(token.Text)}` (line {Line(text, token.SpanStart)}) is not allowed{AllowedTokens.Mend(token)}.");
    }

    private static int FirstInterpolation(string body)
    {
        for (var at = body.IndexOf('$'); at >= 0; at = body.IndexOf('$', at + 1))
        {
            if (body.AsSpan(at).TrimStart("$@") is ['"', ..])
            {
                return at;
            }
        }

        return -1;
    }

    private static IEnumerable<SyntaxTrivia> Trivia(SyntaxToken token) => token.LeadingTrivia.Concat(token.TrailingTrivia);

    private static bool IsPlain(SyntaxTrivia trivia) => trivia.Kind() is SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia
        or SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia;

    private static int Line(SourceText text, int position) => text.Lines.GetLineFromPosition(position).LineNumber + 1;

    private static string Shorten(string token) => token.Length <= 40 ? token : $"{token[..40]}…";
}
