using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FunSearch.Worker.Compiling;

/// <summary>Literals as people and proposers write numbers, in decimal and without a suffix: a whole one of 32 bits, or a finite fraction.
/// Another number of the same kind in its place is the same syntax.</summary>
internal static class PlainNumber
{
    /// <summary>The number, never negative; null when the token is none or is written in another way.</summary>
    public static double? Of(SyntaxToken token) => !token.IsKind(SyntaxKind.NumericLiteralToken) ? null : token.Value switch
    {
        int whole when token.Text.All(char.IsAsciiDigit) => whole,
        double fraction when double.IsFinite(fraction) && token.Text.All(letter => char.IsAsciiDigit(letter) || letter is '.' or 'e' or 'E' or '+' or '-') => fraction,
        _ => null,
    };
}
