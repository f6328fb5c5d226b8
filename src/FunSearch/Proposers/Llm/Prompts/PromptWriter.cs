using System.Globalization;
using FunSearch.Programs;
using FunSearch.Prompts;
using FunSearch.Proposers.Llm.Settings;
using FunSearch.Randomness;
using FunSearch.Search;
using FunSearch.Specifications;

namespace FunSearch.Proposers.Llm.Prompts;

/// <summary>
/// Writes what a model is told: the problem and what is known of it, some programs in ascending order of worth, what failed of late, and what
/// is wanted next. What is the same in every prompt stands first: providers charge less for a beginning that they have read before.
/// </summary>
internal sealed class PromptWriter
{
    /// <summary>What a template can hold.</summary>
    public static readonly IReadOnlyList<string> Placeholders =
        ["function", "better", "allowed", "problem", "knowledge", "known", "versions", "standing", "failures", "intent", "next", "header"];

    private readonly Specification _specification;
    private readonly Dictionary<string, string> _constants;
    private readonly PromptTemplate _chat;
    private readonly PromptTemplate _completion;
    private readonly string _knowledge;

    /// <param name="allowed">What of .NET a candidate may use, as short as it can be said.</param>
    /// <exception cref="ProposerException">A template of the settings is wrong: a sentence a mistake.</exception>
    public PromptWriter(Specification specification, PromptSettings settings, string allowed)
    {
        _specification = specification;
        _chat = Template("the chat template", settings.Chat ?? Shipped("chat.md"));
        _completion = Template("the completion template", settings.Completion ?? Shipped("completion.md"));
        _knowledge = settings.Knowledge?.ReplaceLineEndings("\n").Trim() ?? "";
        _constants = new Dictionary<string, string>
        {
            ["function"] = specification.Function.Name,
            ["better"] = specification.Minimise ? "lower" : "higher",
            ["allowed"] = allowed,
            ["problem"] = specification.PromptContext.Trim(),
        };
    }

    /// <summary>The whole of what a model is asked.</summary>
    /// <param name="isCompletion">True for text that is to be continued: all that is no code is then a comment.</param>
    public string Write(Prompt prompt, Briefing briefing, bool isCompletion)
    {
        var next = prompt.Parents.Count;
        var values = new Dictionary<string, string>(_constants)
        {
            ["knowledge"] = Said(_knowledge),
            ["known"] = Said(Published()),
            ["versions"] = string.Join("\n\n", prompt.Parents.Select(Version)),
            ["standing"] = Said(Standing(briefing.Best)),
            ["failures"] = Said(string.Join('\n', briefing.Failures.Select(failure => $"- {failure}"))),
            ["intent"] = Said(isCompletion ? briefing.Intent.Completion : briefing.Intent.Chat),
            ["next"] = NameOf(next),
            ["header"] = isCompletion ? Documentation(next) + Header(next) : Header(next),
        };
        return isCompletion ? _completion.Render(values) + "\n" : _chat.Render(values);

        string Said(string text) => isCompletion && text.Length > 0 ? string.Join('\n', text.Split('\n').Select(line => $"// {line}".TrimEnd())) : text;
    }

    /// <summary>A prompt as the first ones will be: to foresee what they take.</summary>
    public string WriteFirst(bool isCompletion)
    {
        var first = new ScoredProgram(0, _specification.FirstBody, new Signature([0]));
        return Write(new Prompt(0, [first, first], new SeededRandom(0, SeededRandom.Stream.Proposal, 0)), Briefing.First, isCompletion);
    }

    private string Version(ScoredProgram program, int version) =>
        $"// Scores {Users(program.Score)}.\n{Documentation(version)}{Header(version)}\n{VersionedBody.Write(program.Body, _specification.Function.Name, NameOf(version))}";

    private string Documentation(int version)
    {
        var documentation = version == 0 ? _specification.Function.Documentation : $"/// <summary>Improved version of <see cref=\"{NameOf(version - 1)}\"/>.</summary>";
        return string.Concat(documentation.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => $"{line}\n"));
    }

    private string Header(int version) => _specification.Function.HeaderAs(NameOf(version));

    private string NameOf(int version) => $"{_specification.Function.Name}_v{version}";

    // With every digit: what follows builds on the difference between two.
    private string Users(double score) => _specification.InUsersSign(score).ToString("R", CultureInfo.InvariantCulture);

    private string Published() => string.Join('\n', _specification.Known
        .Where(known => known.Figure is not null || known.Group is not null)
        .Select(known => string.Create(CultureInfo.InvariantCulture, $"Published: {known.Figure ?? "score"} {known.Value:R}{(known.Group is null ? "" : $" on {known.Group}")} ({known.Who}).")));

    private string Standing(double best)
    {
        // A published score is one of the last split: only where nothing is held out is it one of what is trained on.
        var isOfTraining = _specification.Splits.All(split => split == Split.Train);
        var rivals = _specification.Known.Where(known => isOfTraining && known.Figure is null && known.Group is null).ToList();
        var rival = _specification.Minimise ? rivals.MinBy(known => known.Value) : rivals.MaxBy(known => known.Value);
        return $"The best version of all scores {Users(best)}."
            + (rival is null ? ""
                : _specification.Measures.HasReached(best, rival.Value) ? string.Create(CultureInfo.InvariantCulture, $" The best that is published is {rival.Value:R}: find a better one.")
                : string.Create(CultureInfo.InvariantCulture, $" The best that is known scores {rival.Value:R} ({rival.Who}): {Math.Abs(rival.Value - _specification.InUsersSign(best)):G4} better."));
    }

    /// <param name="name">What the template is called, for messages.</param>
    /// <exception cref="ProposerException">It is wrong: a sentence a mistake.</exception>
    public static PromptTemplate Template(string name, string text) => PromptTemplate.Parse(name, text, Placeholders, "versions", "header");

    private static string Shipped(string name)
    {
        using var reader = new StreamReader(typeof(PromptWriter).Assembly.GetManifestResourceStream($"prompts.{name}")!);
        return reader.ReadToEnd();
    }
}
