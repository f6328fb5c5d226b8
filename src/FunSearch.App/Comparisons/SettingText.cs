using System.CommandLine.Parsing;

namespace FunSearch.App.Comparisons;

/// <summary>A setting as a person types it: a piece of <c>run</c>'s command line, with a name and a colon before it where one is wanted.</summary>
/// <param name="Name">What stands before the colon; else the piece itself.</param>
/// <param name="Words">Of the piece, with <c>--proposer</c> before one that begins with a proposer.</param>
internal sealed record SettingText(string Name, IReadOnlyList<string> Words)
{
    private const string Proposer = "--proposer";

    /// <param name="text"><c>random</c>, <c>--islands 1</c>, <c>no islands: --islands 1</c>. A colon that no blank follows is a part of a word.</param>
    public static SettingText Of(string text)
    {
        var whole = text.Trim();
        var colon = whole.EndsWith(':') ? whole.Length - 1 : whole.IndexOf(": ", StringComparison.Ordinal);
        var piece = colon < 0 ? whole : whole[(colon + 1)..].Trim();
        var words = CommandLineParser.SplitCommandLine(piece).ToList();
        if (words.Count > 0 && !words[0].StartsWith('-'))
        {
            words.Insert(0, Proposer);
        }

        var name = colon >= 0 ? whole[..colon].Trim() : words is [Proposer, var who] ? who : piece;
        return new SettingText(name, words);
    }

    /// <summary>The proposer that is named; null where none is.</summary>
    public string? Who => Words.SkipWhile(word => word != Proposer).Skip(1).FirstOrDefault();

    /// <summary>With the comparison's configuration, where it takes one: for a proposer that is no word by itself, and has no file of its own.</summary>
    public SettingText WithConfig(string? file) =>
        file is not null && Who is { } who && !Words.Contains("--config") && !Runs.ProposerChoice.TryParse(who, out _)
            ? this with { Words = [.. Words, "--config", file] }
            : this;
}
