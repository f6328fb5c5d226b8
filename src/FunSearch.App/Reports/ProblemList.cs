using FunSearch.Specifications;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FunSearch.App.Reports;

/// <summary>What <c>problems</c> tells: each problem with its variants and the first sentence of its documentation.</summary>
internal sealed record ProblemList(IReadOnlyList<Specification> Problems)
{
    public ProblemsJson Json() => new([.. Problems.Select(problem => new ProblemJson(problem.Problem, problem.Variants, FirstSentence(problem.Summary)))]);

    public IRenderable Render() => new Rows(Problems.SelectMany(problem => new IRenderable[]
    {
        new Text(Names(problem), new Style(decoration: Decoration.Bold)),
        new Padder(new Text(FirstSentence(problem.Summary)), new Padding(2, 0, 0, 0)),
    }).Append(Text.Empty).Append(new Text($"Try one: {CommandName.Typed} check NAME, then {CommandName.Typed} run NAME. Yours: a folder or a .cs file in place of the name.")));

    private static string Names(Specification problem) =>
        problem.Variants.Count == 0 ? problem.Problem : string.Join("  ", problem.Variants.Select((variant, index) => index == 0 ? $"{problem.Problem} (:{variant})" : $":{variant}"));

    private static string FirstSentence(string summary)
    {
        var line = string.Join(' ', summary.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var end = line.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? line : line[..(end + 1)];
    }
}

internal sealed record ProblemsJson(IReadOnlyList<ProblemJson> Problems);

/// <param name="Variants">The default first.</param>
internal sealed record ProblemJson(string Problem, IReadOnlyList<string> Variants, string Summary);
