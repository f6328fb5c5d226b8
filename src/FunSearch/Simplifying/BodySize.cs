using FunSearch.Proposers.Syntax;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Simplifying;

/// <summary>How much there is to read in a program. Fewer expressions are shorter; of as many, fewer characters; of as many, fewer digits.</summary>
/// <param name="Expressions">Nested ones included, parentheses not.</param>
/// <param name="Characters">Of all tokens, with every branch in braces: neither white space nor comments count.</param>
/// <param name="Digits">Significant ones of all numbers: <c>12.3</c> has three, <c>10</c> has one, <c>0</c> has none.</param>
internal sealed record BodySize(int Expressions, int Characters, int Digits)
{
    /// <param name="block">Without comments, every branch in braces.</param>
    public static BodySize Of(BlockSyntax block) => new(
        Reader.Size(block),
        block.DescendantTokens().Sum(token => token.Text.Length),
        block.DescendantNodes().OfType<LiteralExpressionSyntax>().Sum(literal => Literals.Value(literal) is { } value ? Literals.DigitsOf(value) : 0));

    public bool IsShorterThan(BodySize other) =>
        (Expressions, Characters, Digits).CompareTo((other.Expressions, other.Characters, other.Digits)) < 0;
}
