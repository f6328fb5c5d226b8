using FunSearch.App.Settings;
using FunSearch.App.Views;
using FunSearch.Specifications;
using FunSearch.Specifications.Reading;
using FunSearch.Storage;

namespace FunSearch.App.Reports;

/// <summary>What stands above an exported class: what it is, where it comes from, how good it is, and how to find that again.</summary>
/// <param name="Specification">Null when it is not at hand.</param>
/// <param name="File">The name of the file that the class goes to.</param>
internal sealed record ClassDocumentation(TakenProgram Choice, Specification? Specification, TakenScores Scores, string File)
{
    private const int Width = 118;

    // It goes wherever the class goes: to colleagues, who have other folders.
    private RunConfiguration Configuration { get; } = PortableNames.Of(Choice.Configuration, Directory.GetCurrentDirectory());

    /// <summary>XML, one <c>///</c> a line, separated by LF.</summary>
    public string Text() => string.Join('\n', Lines().Select(line => $"/// {line}".TrimEnd()));

    private IEnumerable<string> Lines() =>
    [
        "<summary>",
        .. About().Select(Escaped),
        "</summary>",
        "<remarks>",
        .. Paragraph(Origin()),
        .. Code(Grids().SelectMany((grid, index) => GridText.Lines(grid).Prepend("").Skip(index == 0 ? 1 : 0))),
        .. Paragraph(Remarks()),
        .. Paragraph(["To find these scores again:"]),
        .. Code(Commands()),
        "</remarks>",
    ];

    private IEnumerable<string> About()
    {
        yield return $"A program for {Configuration.Problem}, found by FunSearch for .NET.";
        if (Specification is { Summary.Length: > 0 })
        {
            foreach (var line in Layout.Wrap(Specification.Summary, Width))
            {
                yield return line;
            }
        }
    }

    private IEnumerable<string> Origin()
    {
        yield return $"Run {Configuration.Name}, begun on {Choice.Run.Started:yyyy-MM-dd}: {Words.Count(Choice.Run.Samples, "sample")},"
            + $" seed {Configuration.Search.Seed}, proposer {Configuration.Proposer}. This is {(Choice.Id == 0 ? "its " : "")}{Choice.Name}.";
        if (Choice.Simplified is { } simplified)
        {
            yield return simplified.Sentence((Choice with { Simplified = null }).Name);
        }

        if (Configuration.From is { } from)
        {
            yield return $"It began with {from.Source}, and not with the specification's own program.";
        }

        yield return $"FunSearch for .NET {Configuration.Version}; specification {Configuration.SpecificationHash} (SHA-256).";
        foreach (var (split, file) in Configuration.Data?.Files.OrderBy(file => file.Key).ToList() ?? [])
        {
            yield return $"Its own {Words.Of(split)} data: {file}{(Configuration.Data!.Hashes?.GetValueOrDefault(split) is { } hash ? $", {hash} (SHA-256)" : "")}.";
        }
    }

    private IEnumerable<Grid> Grids() => Board().Figures().Prepend(Board().Scores());

    private IEnumerable<string> Remarks() => [.. Board().Failures(), .. Board().Sources(), Verdict.Of(Scores.Program, Specification?.Unverifiable)];

    private Scoreboard Board() => new(
        Configuration.Measures, [Scores.Program, .. Scores.Baselines], Configuration.Data is null ? Specification?.Known ?? [] : []);

    private IEnumerable<string> Commands() => Scores.Program.Splits.Keys.Order().Select(split =>
        $"funsearch evaluate {Shell.Word(Configuration.Problem)} --program {Shell.Word(File)} --split {Words.Of(split)}{InputText.Options(Configuration)}");

    private static IEnumerable<string> Paragraph(IEnumerable<string> lines) => lines.Select(Escaped).Prepend("<para>").Append("</para>");

    private static IEnumerable<string> Code(IEnumerable<string> lines) => lines.Select(Escaped).Prepend("<code>").Append("</code>");

    private static string Escaped(string text) => text.ReplaceLineEndings(" ")
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
