using System.Globalization;
using System.Text;
using FunSearch.Lexing;
using FunSearch.Programs;
using FunSearch.Worker.Compiling;

namespace FunSearch.Evaluation;

/// <summary>A body as a form with numbers in it. Of two bodies with one form both compile or neither does, and to programs that differ in
/// numbers alone, as long as those agree that stand where a number decides what is meant.</summary>
/// <param name="Key">Equal for equal forms.</param>
/// <param name="Numbers">Its plain numbers, in their order.</param>
internal sealed record LiteralForm(string Key, IReadOnlyList<double> Numbers)
{
    /// <returns>Null for a body without numbers, and for one that only the compiler can judge: a long one, or one with marks in which the
    /// lexer reads other tokens here than there.</returns>
    public static LiteralForm? Of(Body body)
    {
        if (body.Text.Length > TokenScan.MaximumLength || body.Text.AsSpan().ContainsAny('#', '$'))
        {
            return null;
        }

        var (key, numbers) = (new StringBuilder(), new List<double>());
        var end = 0;
        foreach (var token in CSharpTokens.Of(body.Text))
        {
            if (token.ContainsDiagnostics)
            {
                return null;
            }

            var number = PlainNumber.Of(token);
            var text = number is null ? token.Text : token.Value is int ? "int" : "double";

            // Lengths, so that no text can pass for several tokens; and gaps: `> >` is no shift.
            key.Append(number is null ? ' ' : '=').Append(token.SpanStart == end ? '-' : '_').Append(text.Length).Append(':').Append(text);
            end = token.Span.End;
            if (number is { } value)
            {
                numbers.Add(value);
            }
        }

        // Behind the last token stands nothing, or a comment, perhaps without an end.
        return numbers.Count == 0 || end < body.Text.Length ? null : new LiteralForm(key.ToString(), numbers);
    }

    /// <summary>The key of those forms that also have these numbers in common.</summary>
    public string KeyWith(IEnumerable<int> common) =>
        $"{Key} {string.Join(' ', common.Select(i => $"{i}={Numbers[i].ToString("R", CultureInfo.InvariantCulture)}"))}";
}
