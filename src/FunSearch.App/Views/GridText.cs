using System.Globalization;

namespace FunSearch.App.Views;

/// <summary>A grid as plain text with every digit, for files.</summary>
internal static class GridText
{
    /// <summary>The heading, then a line each row; columns are aligned.</summary>
    public static IEnumerable<string> Lines(Grid grid)
    {
        var rows = grid.Rows.Select(row => row.Cells.Select(Text).Prepend(row.Name).ToList()).Prepend([grid.Title, .. grid.Columns]).ToList();
        var widths = Enumerable.Range(0, grid.Columns.Count + 1).Select(column => rows.Max(row => row[column].Length)).ToList();
        return rows.Select(row => string.Join("  ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))));
    }

    private static string Text(double? number) => number?.ToString("R", CultureInfo.InvariantCulture) ?? "–";
}
