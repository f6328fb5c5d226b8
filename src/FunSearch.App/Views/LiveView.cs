using FunSearch.Runs;
using FunSearch.Search;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FunSearch.App.Views;

/// <summary>The picture of a running search that a terminal shows and renews.</summary>
internal static class LiveView
{
    private static readonly Style Quiet = new(foreground: Color.Grey);
    private static readonly Style Warning = new(foreground: Color.Yellow);

    /// <summary>The whole picture, never wider than the width nor higher than the height.</summary>
    public static IRenderable Render(RunFacts facts, SearchProgress progress, Pace pace, int width, int height)
    {
        var lines = new List<IRenderable>
        {
            new Text(ProgressText.Title(facts), new Style(decoration: Decoration.Bold)),
            new Text(Joined(ProgressText.Time(progress, facts.Budget), ProgressText.Samples(progress, pace, facts.Budget), ProgressText.Improvement(pace))),
            Text.Empty,
        };
        if (progress.Champion is { } champion)
        {
            lines.AddRange(Scores(facts, champion, width));
        }

        lines.AddRange(HeldOutLines.Of(progress).Select(told => new Text(told.Line, told.IsWarning ? Warning : Style.Plain)));
        if (progress.Pause is { } pause)
        {
            lines.Add(new Text(pause, Warning));
        }

        lines.Add(new Text(ProgressText.Outcomes(progress.Outcomes, progress.Samples) + ProgressText.Behaviours(progress)));
        lines.AddRange(GridView.Render(Islands(facts, progress), width));
        if (progress.Champion is { } best)
        {
            lines.Add(Text.Empty);
            lines.Add(new Text(CodeText.Method(facts.Specification.Function with { Documentation = "" }, best.Program.Body)));
        }

        return new Cropped(new Rows(lines), height - 1, new Text("Ctrl-C finishes cleanly; the run can be resumed.", Quiet));
    }

    private static IEnumerable<IRenderable> Scores(RunFacts facts, Champion champion, int width)
    {
        var board = facts.Board(champion);
        foreach (var grid in board.Figures().Prepend(board.Scores()))
        {
            // The first columns are the means over train and validation; more groups than fit are told at the end.
            yield return GridView.Render(grid, width).First();
            yield return Text.Empty;
        }
    }

    private static Grid Islands(RunFacts facts, SearchProgress progress) => new(
        "islands",
        [.. progress.Islands.Select((_, index) => $"{index + 1}")],
        [
            new GridRow("best on train", [.. progress.Islands.Select(island => (double?)facts.Specification.InUsersSign(island.Best))]),
            new GridRow("clusters", [.. progress.Islands.Select(island => (double?)island.Clusters)], IsCount: true),
        ]);

    private static string Joined(params string[] parts) => string.Join(" · ", parts.Where(part => part.Length > 0));
}
