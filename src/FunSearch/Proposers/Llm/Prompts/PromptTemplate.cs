using System.Text.RegularExpressions;
using FunSearch.Search;
using FunSearch.Specifications;

namespace FunSearch.Proposers.Llm.Prompts;

/// <summary>
/// A prompt with <c>{{placeholders}}</c>. A paragraph of which all placeholders are empty is left out with all of its words; the others stand
/// as they are. What is put in is never looked through for placeholders.
/// </summary>
internal sealed partial class PromptTemplate
{
    private readonly IReadOnlyList<string> _paragraphs;

    private PromptTemplate(IReadOnlyList<string> paragraphs) => _paragraphs = paragraphs;

    /// <param name="name">What the template is called, for messages.</param>
    /// <param name="known">The placeholders that there are.</param>
    /// <param name="required">Those without which a model would not know what to do.</param>
    /// <exception cref="ProposerException">It holds a placeholder that there is not, or lacks one: a sentence a mistake.</exception>
    public static PromptTemplate Parse(string name, string text, IReadOnlyCollection<string> known, params IReadOnlyList<string> required)
    {
        text = text.ReplaceLineEndings("\n").Trim('\n');
        var placeholders = Placeholder().Matches(text);
        var mistakes = placeholders.Where(match => !known.Contains(match.Groups[1].Value))
            .Select(match => new Mistake(name, 1 + text.AsSpan(0, match.Index).Count('\n'), Unknown(match.Groups[1].Value, known)))
            .Concat(required.Except(placeholders.Select(match => match.Groups[1].Value))
                .Select(missing => new Mistake(name, 0, $"{{{{{missing}}}}} is missing. A prompt cannot do without it.")))
            .Concat(Stray().Matches(Placeholder().Replace(text, match => new string(' ', match.Length)))
                .Select(stray => new Mistake(name, 1 + text.AsSpan(0, stray.Index).Count('\n'), $"Here stands {stray.Value}, and no placeholder. Write it as {{{{versions}}}}, or take it out.")))
            .ToList();
        return mistakes.Count == 0 ? new PromptTemplate(Break().Split(text)) : throw new ProposerException(string.Join('\n', mistakes));
    }

    /// <param name="values">A value for every known placeholder; empty for what there is nothing to say of.</param>
    public string Render(IReadOnlyDictionary<string, string> values) => string.Join("\n\n", _paragraphs
        .Where(paragraph => Placeholder().Matches(paragraph) is var places && (places.Count == 0 || places.Any(place => values[place.Groups[1].Value].Length > 0)))
        .Select(paragraph => Placeholder().Replace(paragraph, place => values[place.Groups[1].Value])));

    private static string Unknown(string name, IReadOnlyCollection<string> known) =>
        $"There is no placeholder {{{{{name}}}}}. " + (Nearest.To(name, known) is { } nearest ? $"Write {{{{{nearest}}}}}." : $"There are {string.Join(", ", known)}.");

    [GeneratedRegex(@"\{\{ *([^{} ]+) *\}\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\{\{|\}\}")]
    private static partial Regex Stray();

    [GeneratedRegex(@"\n[ \t]*\n+")]
    private static partial Regex Break();
}
