using System.Collections.Frozen;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FunSearch.Worker.Compiling;

/// <summary>Which tokens a body may be written with: what pure functions over numbers and collections need.</summary>
internal static class AllowedTokens
{
    private const string Keywords = """
        bool byte sbyte short ushort int uint long ulong char float double decimal string object void
        true false null default new is in out ref params const static checked unchecked
        if else switch case for foreach while do break continue return
        """;

    private const string Punctuation =
        "~ ! % ^ & * ( ) - + = { } [ ] | : ; < > , . ? / .. || && -- ++ ?? ??= != == => <= << <<= >= >> >>= >>> >>>= /= *= |= &= += -= ^= %=";

    // The parser tries a query at every `from` and an await at every `await`: junk with these words keeps it busy for minutes.
    private static readonly FrozenSet<string> RefusedWords = FrozenSet.Create("async", "await", "dynamic", "from", "yield");

    private static readonly FrozenDictionary<string, string> Mends = new Dictionary<string, string>
    {
        ["as"] = "use `is` with a pattern",
        ["async"] = "a candidate runs on one thread",
        ["await"] = "a candidate runs on one thread",
        ["from"] = "write a loop or Where and Select instead of a query, and give a variable another name",
        ["goto"] = "use break, continue or return",
        ["stackalloc"] = "use new",
        ["throw"] = "return a value",
        ["try"] = "test beforehand, or let the exception count as the program's failure",
        ["yield"] = "fill a List and return it",
        ["::"] = "write names without an alias",
    }.ToFrozenDictionary();

    private static readonly FrozenSet<SyntaxKind> Kinds = Words(Keywords).Select(SyntaxFacts.GetKeywordKind)
        .Concat(SyntaxFactory.ParseTokens(Punctuation).Select(token => token.Kind()))
        .Concat([
            SyntaxKind.IdentifierToken, SyntaxKind.NumericLiteralToken, SyntaxKind.CharacterLiteralToken, SyntaxKind.StringLiteralToken,
            SyntaxKind.Utf8StringLiteralToken, SyntaxKind.SingleLineRawStringLiteralToken, SyntaxKind.MultiLineRawStringLiteralToken,
        ])
        .ToFrozenSet();

    public static bool Contains(SyntaxToken token) =>
        Kinds.Contains(token.Kind()) && (!token.IsKind(SyntaxKind.IdentifierToken) || IsPlainName(token));

    /// <summary>What to write instead, as the end of a sentence; empty when there is nothing to say.</summary>
    public static string Mend(SyntaxToken token) => Mends.TryGetValue(token.ValueText, out var mend) ? $": {mend}"
        : token.ValueText.StartsWith("__", StringComparison.Ordinal) ? ": names that begin with __ are taken"
        : "";

    /// <summary>Written as it is meant (no <c>@</c>, no escapes), no word that hangs the parser, and none of our own names.</summary>
    private static bool IsPlainName(SyntaxToken token) => token.Text == token.ValueText
        && !RefusedWords.Contains(token.Text) && !token.Text.StartsWith("__", StringComparison.Ordinal);

    private static string[] Words(string text) => text.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
