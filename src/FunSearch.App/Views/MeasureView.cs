using FunSearch.App.Comparisons;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FunSearch.App.Views;

/// <summary>Draws one measure of a comparison: as one grid, or as two where a narrow terminal would cut columns off.</summary>
internal static class MeasureView
{
    private const int Numbers = 5;
    private const string Verdict = "verdict";

    private static readonly string[] Headings = ["n", "mean", "sd", "min", "max", "difference", "A12", "p", Verdict];

    public static IEnumerable<IRenderable> Render(MeasureTable table, int width)
    {
        var rows = table.Rows.Zip(table.Cells(), (row, cells) => (IReadOnlyList<string>)[row.Setting.Name, .. cells]).ToList();
        var whole = Enumerable.Range(0, Headings.Length + 1).Sum(column => 2 + rows.Select(row => row[column].Length).Append(HeadingOf(column).Length).Max());
        yield return new Text(table.Heading, new Style(decoration: Decoration.Bold));
        if (rows.Count > 1 && whole - 2 <= width)
        {
            yield return Draw(rows, 1, Headings.Length);
            yield break;
        }

        yield return Draw(rows, 1, Numbers);
        if (rows.Count > 1)
        {
            yield return Draw(rows, 1 + Numbers, Headings.Length - Numbers);
        }
    }

    /// <summary>The names, and so many columns from the first one on.</summary>
    private static IRenderable Draw(IReadOnlyList<IReadOnlyList<string>> rows, int first, int count)
    {
        var columns = Enumerable.Range(first, count).Prepend(0).ToList();
        return GridView.Draw(
            [.. columns.Select(HeadingOf)],
            Enumerable.Range(1, count).Where(column => HeadingOf(columns[column]) != Verdict).ToHashSet(),
            rows.Select(row => (columns.Select(column => row[column]), Style.Plain)));
    }

    private static string HeadingOf(int column) => column == 0 ? "" : Headings[column - 1];
}
