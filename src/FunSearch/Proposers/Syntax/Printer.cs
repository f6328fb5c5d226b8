using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax;

/// <summary>Prints a body as text: four spaces a level, a brace on a line of its own.</summary>
internal static class Printer
{
    /// <param name="result">The kind that the function returns.</param>
    public static string Print(BlockSyntax block, Typing typing, Kind result) =>
        new Tidier(typing, result).Visit(block).NormalizeWhitespace("    ", "\n").ToFullString();
}
