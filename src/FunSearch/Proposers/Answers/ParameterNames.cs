using Microsoft.CodeAnalysis.CSharp;

namespace FunSearch.Proposers.Answers;

/// <summary>Reads the names out of a parameter list. Types, modifiers, attributes and default values are passed over.</summary>
internal static class ParameterNames
{
    /// <param name="open">Index of the opening parenthesis.</param>
    /// <param name="close">Index of the closing one.</param>
    /// <returns>One name a parameter, in order; empty for one that has none.</returns>
    public static IReadOnlyList<string> Between(AnswerRegion region, int open, int close)
    {
        var names = new List<string>();
        var angles = 0;
        var name = "";
        var isDefault = false;
        for (var index = open + 1; index < close; index++)
        {
            switch (region.Kind(index))
            {
                case SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken or SyntaxKind.OpenBraceToken:
                    index = Math.Max(index, region.Partner(index));
                    break;
                case SyntaxKind.LessThanToken when !isDefault:
                    angles++;
                    break;
                case SyntaxKind.GreaterThanToken when !isDefault:
                    angles--;
                    break;
                case SyntaxKind.EqualsToken:
                    isDefault = true;
                    break;
                case SyntaxKind.CommaToken when angles <= 0:
                    names.Add(name);
                    (name, isDefault) = ("", false);
                    break;
                case SyntaxKind.IdentifierToken when !isDefault:
                    name = region.Tokens[index].Text;
                    break;
            }
        }

        return close == open + 1 ? names : [.. names, name];
    }
}
