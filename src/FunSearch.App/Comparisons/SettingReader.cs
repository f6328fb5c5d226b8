using System.CommandLine;
using FunSearch.App.Commands;

namespace FunSearch.App.Comparisons;

/// <summary>Reads settings with the options of <c>run</c> itself, so that both know the same words and refuse the same mistakes.</summary>
internal static class SettingReader
{
    /// <summary>What is compared when nobody says what: the search, and what it must be better than.</summary>
    public static readonly IReadOnlyList<string> Usual = ["embedded", "hill climbing: --hill-climbing", "best-of-n", "random"];

    /// <summary>What is wrong with them, as a sentence; null when nothing is.</summary>
    /// <param name="config">The comparison's <c>--config</c>; null without one.</param>
    public static string? MistakeIn(IReadOnlyList<string> texts, string? config)
    {
        foreach (var text in texts)
        {
            if (MistakeIn(text, config) is { } mistake)
            {
                return $"--setting '{text}': {mistake}";
            }
        }

        if (config is not null && texts.All(text => SettingText.Of(text).WithConfig(config).Words.SequenceEqual(SettingText.Of(text).Words)))
        {
            return "--config describes language models, and no setting names one of it. Leave it out, or name one: --setting NAME, --setting ensemble, --setting mix.";
        }

        return texts.Select(text => SettingText.Of(text).Name).GroupBy(name => Setting.SlugOf(name, Setting.LongestSlug)).FirstOrDefault(names => names.Count() > 1) is { } alike
            ? $"Two settings are called '{alike.First()}', and their runs would have one name. Give one another: --setting \"NAME: …\"."
            : null;
    }

    /// <summary>Settings without a mistake.</summary>
    public static IReadOnlyList<Setting> Read(IReadOnlyList<string> texts, string? config) => [.. texts.Select(text =>
    {
        var (parsed, method) = Parse(text, config);
        return new Setting(SettingText.Of(text).Name, request => method.Apply(parsed, request));
    })];

    private static string? MistakeIn(string text, string? config)
    {
        if (Setting.SlugOf(SettingText.Of(text).Name, Setting.LongestSlug).Length == 0)
        {
            return "A setting must have a name or a word: it becomes a part of its runs' names. For instance random, --islands 1, or \"mine: --islands 1\".";
        }

        var (parsed, _) = Parse(text, config);
        return parsed.UnmatchedTokens.FirstOrDefault(IsOfTheWholeComparison) is { } common
            ? $"{common} is the same for all settings. Give it to the comparison itself, outside of --setting."
            : parsed.Errors.Count > 0 ? UsageMistakes.Sentence(parsed)
            : null;
    }

    private static (ParseResult Parsed, MethodOptions Method) Parse(string text, string? config)
    {
        var method = new MethodOptions();
        var command = new Command("setting");
        method.AddTo(command);
        return (command.Parse(SettingText.Of(text).WithConfig(config).Words, CommandLine.AsTyped), method);
    }

    private static bool IsOfTheWholeComparison(string word) => RunCommand.Build().Options.Any(option => option.Name == word);
}
