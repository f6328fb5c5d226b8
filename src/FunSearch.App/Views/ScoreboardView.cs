using Spectre.Console;
using Spectre.Console.Rendering;

namespace FunSearch.App.Views;

/// <summary>Draws a scoreboard with everything that belongs below it.</summary>
internal static class ScoreboardView
{
    public static IRenderable Render(Scoreboard board, int width) => new Rows(Pieces(board, width));

    private static IEnumerable<IRenderable> Pieces(Scoreboard board, int width)
    {
        foreach (var grid in board.Figures().Prepend(board.Scores()))
        {
            foreach (var piece in GridView.Render(grid, width))
            {
                yield return piece;
                yield return Text.Empty;
            }
        }

        foreach (var line in board.Failures().Concat(board.Sources()))
        {
            yield return new Text(line);
        }
    }
}
