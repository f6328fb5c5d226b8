using System.Globalization;
using Microsoft.CodeAnalysis;

namespace FunSearch.Worker.Compiling;

/// <summary>The compiler's errors as lines for a person or a language model.</summary>
internal static class Diagnostics
{
    /// <summary>More tell nothing new: later errors mostly follow from the first.</summary>
    private const int Shown = 3;

    /// <param name="firstLine">The line of the source (from 0) in which the body begins.</param>
    public static string Describe(IEnumerable<Diagnostic> errors, int firstLine) =>
        string.Join('\n', errors.Take(Shown).Select(error => Sentence(error, LineOfBody(error, firstLine))));

    /// <param name="line">The line of the body, from 1.</param>
    public static string Sentence(Diagnostic error, int line) => $"line {line}: {error.Id} {error.GetMessage(CultureInfo.InvariantCulture)}";

    // What the compiler says about the header ("not all code paths return a value") is about the body as a whole.
    private static int LineOfBody(Diagnostic error, int firstLine) =>
        Math.Max(1, error.Location.GetLineSpan().StartLinePosition.Line - firstLine + 1);
}
