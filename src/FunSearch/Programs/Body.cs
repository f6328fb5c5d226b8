using System.Security.Cryptography;
using System.Text;
using FunSearch.Lexing;

namespace FunSearch.Programs;

/// <summary>The body of the evolved function: a block of C# in braces. Two bodies are equal when their tokens are.</summary>
/// <remarks>
/// Only the lexer ever reads the text here, never the parser: it may come from a language model, and the parser hangs on junk.
/// </remarks>
public sealed class Body : IEquatable<Body>
{
    /// <param name="text">A block, <c>{ … }</c>.</param>
    public Body(string text)
    {
        Text = text.ReplaceLineEndings("\n").Trim();
        var tokens = CSharpTokens.Of(Text).ToList();
        Length = tokens.Count;
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', tokens.Select(token => token.Text)))));
        (Normal, Form) = NormalForm.Of(tokens);
    }

    /// <summary>The block as it was written, with LF line ends.</summary>
    public string Text { get; }

    /// <summary>SHA-256 of the tokens, hexadecimal: white space and comments do not count.</summary>
    public string Hash { get; }

    /// <summary>How long it is, in tokens.</summary>
    public int Length { get; }

    /// <summary>Equal for bodies that differ at most in the names of their locals: they do the same.</summary>
    internal UInt128 Normal { get; }

    /// <summary>As <see cref="Normal"/>, with all numbers left out: equal for bodies that differ in numbers as well.</summary>
    internal UInt128 Form { get; }

    public bool Equals(Body? other) => other is not null && Hash == other.Hash;

    public override bool Equals(object? obj) => Equals(obj as Body);

    public override int GetHashCode() => Hash.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Text;
}
