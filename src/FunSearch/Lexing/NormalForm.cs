using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FunSearch.Lexing;

/// <summary>A body's tokens with its locals named in the order of their declaration, so that <c>sum</c> and <c>total</c> are one.</summary>
/// <remarks>
/// Told from tokens alone: a local is declared where its name stands between a type that is a keyword, an array of one, or <c>var</c>, and what may follow a
/// declared name. Other locals (of tuples, patterns and lambdas) keep their names, so that two bodies may count as different that are not, never the other way round:
/// C# lets nothing else in a body have the name of one of its locals, but for members after a dot, which are left alone.
/// </remarks>
internal static class NormalForm
{
    /// <summary>Half of a SHA-256 tells bodies apart as surely as the whole, in a quarter of the memory of its text.</summary>
    /// <returns>Of all tokens, and of all but the numbers.</returns>
    public static (UInt128 Normal, UInt128 Form) Of(IReadOnlyList<SyntaxToken> tokens)
    {
        var names = Locals(tokens);
        var (normal, form) = (new StringBuilder(), new StringBuilder());
        for (var place = 0; place < tokens.Count; place++)
        {
            var token = tokens[place];
            var text = names.Count > 0 && token.IsKind(SyntaxKind.IdentifierToken) && !(place > 0 && tokens[place - 1].IsKind(SyntaxKind.DotToken))
                && names.TryGetValue(token.Text, out var number) ? $"\u2022{number}" : token.Text;
            normal.Append(text).Append(' ');
            form.Append(token.IsKind(SyntaxKind.NumericLiteralToken) ? "#" : text).Append(' ');
        }

        return (Hash(normal.ToString()), Hash(form.ToString()));
    }

    private static Dictionary<string, int> Locals(IReadOnlyList<SyntaxToken> tokens)
    {
        var names = new Dictionary<string, int>();
        for (var place = 1; place + 1 < tokens.Count; place++)
        {
            if (tokens[place].IsKind(SyntaxKind.IdentifierToken) && EndsType(tokens, place - 1) && FollowsName(tokens[place + 1]))
            {
                names.TryAdd(tokens[place].Text, names.Count);
            }
        }

        return names;
    }

    private static bool EndsType(IReadOnlyList<SyntaxToken> tokens, int place) =>
        SyntaxFacts.IsPredefinedType(tokens[place].Kind())
        || tokens[place] is { Text: "var" }
        || (place > 1 && tokens[place].IsKind(SyntaxKind.CloseBracketToken) && tokens[place - 1].IsKind(SyntaxKind.OpenBracketToken)
            && SyntaxFacts.IsPredefinedType(tokens[place - 2].Kind()));

    private static bool FollowsName(SyntaxToken token) => token.Kind() is SyntaxKind.EqualsToken or SyntaxKind.SemicolonToken or SyntaxKind.CommaToken or SyntaxKind.InKeyword;

    private static UInt128 Hash(string text) => BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
