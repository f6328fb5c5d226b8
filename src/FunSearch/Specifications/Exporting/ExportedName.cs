using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;

namespace FunSearch.Specifications.Exporting;

/// <summary>What an exported class is called: <c>WarehousePriority</c>.</summary>
internal static partial class ExportedName
{
    /// <param name="source">The specification's class, or the problem's name where the class is not known.</param>
    /// <param name="function">The evolved function's name.</param>
    /// <returns>A C# identifier.</returns>
    public static string Of(string source, string function)
    {
        var words = NoLetter().Split($"{source} {function}").Where(word => word.Length > 0).Select(word => char.ToUpperInvariant(word[0]) + word[1..]);
        var name = string.Concat(words);
        return SyntaxFacts.IsValidIdentifier(name) ? name : $"_{name}";
    }

    [GeneratedRegex(@"[^\p{L}\p{Nd}_]+")]
    private static partial Regex NoLetter();
}
