using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace FunSearch.Worker.Compiling;

/// <summary>Follows the brackets of a body token by token: each closed by its own kind, none too deep, and all inside one outer block.</summary>
internal sealed class Brackets(SourceText text)
{
    private readonly Stack<SyntaxToken> _open = new();
    private bool _started;

    /// <summary>What is wrong with this token where it stands; null when nothing is. The last token must be the end of the text.</summary>
    public Compiled? Refuse(SyntaxToken token)
    {
        if (token.IsKind(SyntaxKind.EndOfFileToken))
        {
            return _open.TryPeek(out var unclosed) ? new Compiled.DoesNotCompile($"line {Line(unclosed)}: `{unclosed.Text}` is never closed.")
                : _started ? null : new Compiled.DoesNotCompile("line 1: The body is empty. It must be one block, { … }.");
        }

        if (_open.Count == 0 && (_started || !token.IsKind(SyntaxKind.OpenBraceToken)))
        {
            return new Compiled.Forbidden($"`{token.Text}` (line {Line(token)}) stands outside the body: it must be one block, {{ … }}, and nothing else.");
        }

        _started = true;
        return token.Kind() switch
        {
            SyntaxKind.OpenBraceToken or SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken => Open(token),
            SyntaxKind.CloseBraceToken => Close(token, SyntaxKind.OpenBraceToken),
            SyntaxKind.CloseParenToken => Close(token, SyntaxKind.OpenParenToken),
            SyntaxKind.CloseBracketToken => Close(token, SyntaxKind.OpenBracketToken),
            _ => null,
        };
    }

    private Compiled.Forbidden? Open(SyntaxToken token)
    {
        _open.Push(token);
        return _open.Count <= TokenScan.MaximumDepth ? null
            : new Compiled.Forbidden(
                $"`{token.Text}` (line {Line(token)}) is the {_open.Count}th open bracket; at most {TokenScan.MaximumDepth} may be open at once.");
    }

    private Compiled.DoesNotCompile? Close(SyntaxToken token, SyntaxKind opening)
    {
        var open = _open.Pop();
        return open.IsKind(opening) ? null
            : new Compiled.DoesNotCompile($"line {Line(token)}: `{token.Text}` cannot close the `{open.Text}` of line {Line(open)}.");
    }

    private int Line(SyntaxToken token) => text.Lines.GetLineFromPosition(token.SpanStart).LineNumber + 1;
}
