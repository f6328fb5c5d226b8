using FunSearch.Lexing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FunSearch.Proposers.Answers;

/// <summary>One part of an answer as tokens, with the partner of every bracket.</summary>
internal sealed class AnswerRegion
{
    /// <summary>What <see cref="Partner"/> says of a bracket that is never closed or never opened, and of what is no bracket.</summary>
    public const int None = -1;

    private readonly int[] _partners;

    public AnswerRegion(string text)
    {
        Text = text;
        Tokens = [.. CSharpTokens.Of(text)];
        _partners = Pair(Tokens);
    }

    public string Text { get; }

    public IReadOnlyList<SyntaxToken> Tokens { get; }

    /// <summary>The index of the bracket that belongs to the bracket at <paramref name="index"/>.</summary>
    public int Partner(int index) => _partners[index];

    /// <summary>The kind of the token at <paramref name="index"/>; <see cref="SyntaxKind.None"/> beyond either end.</summary>
    public SyntaxKind Kind(int index) => index >= 0 && index < Tokens.Count ? Tokens[index].Kind() : SyntaxKind.None;

    /// <summary>True for a name that does not stand behind a dot: a parameter, a local or a method of the class itself.</summary>
    public bool IsFreeName(int index) =>
        Kind(index) == SyntaxKind.IdentifierToken && Kind(index - 1) is not (SyntaxKind.DotToken or SyntaxKind.MinusGreaterThanToken);

    /// <summary>The index of the first token from <paramref name="start"/> of that kind, outside of brackets; <see cref="None"/> when
    /// there is none before a bracket that is never closed.</summary>
    public int FindOutsideBrackets(SyntaxKind kind, int start)
    {
        for (var index = start; index < Tokens.Count; index++)
        {
            if (Kind(index) == kind)
            {
                return index;
            }

            if (Kind(index) is SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken or SyntaxKind.OpenBraceToken)
            {
                index = Partner(index);
                if (index == None)
                {
                    return None;
                }
            }
        }

        return None;
    }

    // Each kind of bracket is paired by itself: a stray parenthesis in a model's prose leaves the braces as they are.
    private static int[] Pair(IReadOnlyList<SyntaxToken> tokens)
    {
        var partners = new int[tokens.Count];
        Array.Fill(partners, None);
        var open = new Dictionary<SyntaxKind, Stack<int>>
        {
            [SyntaxKind.CloseParenToken] = new(),
            [SyntaxKind.CloseBracketToken] = new(),
            [SyntaxKind.CloseBraceToken] = new(),
        };
        for (var index = 0; index < tokens.Count; index++)
        {
            var kind = tokens[index].Kind();
            if (ClosingKind(kind) is { } closing)
            {
                open[closing].Push(index);
            }
            else if (open.TryGetValue(kind, out var stack) && stack.TryPop(out var partner))
            {
                (partners[index], partners[partner]) = (partner, index);
            }
        }

        return partners;
    }

    private static SyntaxKind? ClosingKind(SyntaxKind opening) => opening switch
    {
        SyntaxKind.OpenParenToken => SyntaxKind.CloseParenToken,
        SyntaxKind.OpenBracketToken => SyntaxKind.CloseBracketToken,
        SyntaxKind.OpenBraceToken => SyntaxKind.CloseBraceToken,
        _ => null,
    };
}
