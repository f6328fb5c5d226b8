using System.Collections.Frozen;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FunSearch.Worker.Compiling;

/// <summary>Which tokens may stand beside each other. No grammar: it only holds back the repeated junk, such as <c>checked 1 checked 1</c>,
/// on which the parser starts anew at each token and so is busy for minutes.</summary>
internal sealed class Neighbours
{
    // These stand between two operands. What may also stand before one (- + < > ^) is not here. The lexer reads `..` and `>>` as two tokens.
    private static readonly FrozenSet<SyntaxKind> Between =
        Kinds("% & * = | : / || && ?? ??= != == => << <<= /= *= |= &= += -= ^= %= is").Append(SyntaxKind.QuestionToken).ToFrozenSet();

    private static readonly FrozenSet<SyntaxKind> EndOfOperand =
        Kinds(") ] } > ! ++ -- ? . true false null default bool byte sbyte short ushort int uint long ulong char float double decimal string object").Concat([
            SyntaxKind.IdentifierToken, SyntaxKind.NumericLiteralToken, SyntaxKind.CharacterLiteralToken, SyntaxKind.StringLiteralToken,
            SyntaxKind.Utf8StringLiteralToken, SyntaxKind.SingleLineRawStringLiteralToken, SyntaxKind.MultiLineRawStringLiteralToken,
        ]).ToFrozenSet();

    private static readonly FrozenSet<SyntaxKind> BeforeOperand =
        Kinds("% & * = | / || && ?? ??= != == => << <<= /= *= |= &= += -= ^= %= - + ~ ^ < <= >= is new").ToFrozenSet();

    private static readonly FrozenSet<SyntaxKind> Closing = Kinds(") ] } ; ,").ToFrozenSet();

    // A `{` after one of these begins a block, after anything else an initializer.
    private static readonly FrozenSet<SyntaxKind> BeforeBlock = Kinds(") ; { } => else do").Append(SyntaxKind.None).ToFrozenSet();

    private SyntaxKind _beforeLast;
    private SyntaxKind _last;

    /// <summary>True when this token may follow those before it. Asked of each token in its order.</summary>
    public bool MayFollow(SyntaxToken token)
    {
        var next = token.Kind();
        var may = _last == SyntaxKind.None || (IsOperandWhereNeeded(next) && IsBracketWhereNeeded(next) && !BeginsAttribute(next));
        (_beforeLast, _last) = (_last, next);
        return may;
    }

    private bool IsOperandWhereNeeded(SyntaxKind next) =>
        (!Between.Contains(next) || EndOfOperand.Contains(_last)) && (!BeforeOperand.Contains(_last) || !Closing.Contains(next));

    private bool IsBracketWhereNeeded(SyntaxKind next) =>
        _last is not (SyntaxKind.CheckedKeyword or SyntaxKind.UncheckedKeyword or SyntaxKind.SwitchKeyword)
        || next is SyntaxKind.OpenParenToken or SyntaxKind.OpenBraceToken;

    // At the beginning of a statement the parser first takes a bracket for an attribute's.
    private bool BeginsAttribute(SyntaxKind next) => next == SyntaxKind.OpenBracketToken
        && (_last is SyntaxKind.SemicolonToken or SyntaxKind.CloseBraceToken
            || (_last == SyntaxKind.OpenBraceToken && BeforeBlock.Contains(_beforeLast)));

    private static IEnumerable<SyntaxKind> Kinds(string tokens) => SyntaxFactory.ParseTokens(tokens).Select(token => token.Kind())
        .Where(kind => kind != SyntaxKind.EndOfFileToken);
}
