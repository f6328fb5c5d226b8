using Spectre.Console;
using Spectre.Console.Rendering;

namespace FunSearch.App.Views;

/// <summary>Draws grids: names to the left, numbers to the right, no lines.</summary>
internal static class GridView
{
    private static readonly Style Heading = new(foreground: Color.Grey);
    private static readonly Style Best = new(decoration: Decoration.Bold);

    /// <summary>The grid, in as many pieces as the width asks for.</summary>
    public static IEnumerable<IRenderable> Render(Grid grid, int width) => grid.Within(width).Select(piece => Draw(piece, grid.Decimals));

    /// <summary>Columns two blanks apart, headings above them; those in <paramref name="numbers"/> stand to the right.</summary>
    public static IRenderable Draw(IReadOnlyList<string> headings, IReadOnlySet<int> numbers, IEnumerable<(IEnumerable<string> Cells, Style Style)> rows)
    {
        var drawn = new Spectre.Console.Grid();
        for (var column = 0; column < headings.Count; column++)
        {
            drawn.AddColumn(new GridColumn
            {
                Alignment = numbers.Contains(column) ? Justify.Right : Justify.Left,
                NoWrap = true,
                Padding = new Padding(column == 0 ? 0 : 2, 0, 0, 0),
            });
        }

        drawn.AddRow([.. headings.Select(heading => new Text(heading, Heading))]);
        foreach (var (cells, style) in rows)
        {
            drawn.AddRow([.. cells.Select(cell => new Text(cell, style))]);
        }

        return drawn;
    }

    private static IRenderable Draw(Grid grid, int decimals) => Draw(
        [grid.Title, .. grid.Columns],
        Enumerable.Range(1, grid.Columns.Count).ToHashSet(),
        grid.Rows.Select(row => (row.Cells.Select((_, column) => row.Text(column, decimals)).Prepend(row.Name), row.IsBest ? Best : Style.Plain)));
}
