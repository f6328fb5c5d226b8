namespace FunSearch.App.Views;

/// <summary>A table of numbers before it is drawn: one row a program, one column a split, a group or an island.</summary>
/// <param name="Title">What the numbers are.</param>
internal sealed record Grid(string Title, IReadOnlyList<string> Columns, IReadOnlyList<GridRow> Rows)
{
    /// <summary>True when there is a number in it.</summary>
    public bool HasNumbers => Rows.Any(row => row.Cells.Any(cell => cell is not null));

    /// <summary>Decimals that all numbers are shown with: none for whole numbers, two for percentages, else six digits in all.</summary>
    public int Decimals
    {
        get
        {
            var numbers = Rows.Where(row => !row.IsCount).SelectMany(row => row.Cells).OfType<double>().ToList();
            if (numbers.All(double.IsInteger))
            {
                return 0;
            }

            return Title.Contains('%', StringComparison.Ordinal)
                ? 2
                : Math.Clamp(5 - (int)Math.Floor(Math.Log10(numbers.Max(Math.Abs))), 1, 6);
        }
    }

    /// <summary>The same numbers as one or several grids that are each at most so wide, with the names in all of them.</summary>
    public IEnumerable<Grid> Within(int width)
    {
        var decimals = Decimals;
        var names = Rows.Select(row => row.Name.Length).Append(Title.Length).Max();
        var first = 0;
        while (first < Columns.Count)
        {
            var used = names;
            var count = 0;
            while (first + count < Columns.Count && (count == 0 || used + WidthOf(first + count, decimals) <= width))
            {
                used += WidthOf(first + count, decimals);
                count++;
            }

            yield return new Grid(
                Title,
                [.. Columns.Skip(first).Take(count)],
                [.. Rows.Select(row => row with { Cells = [.. row.Cells.Skip(first).Take(count)] })]);
            first += count;
        }
    }

    // Two blanks keep columns apart.
    private int WidthOf(int column, int decimals) =>
        2 + Rows.Select(row => row.Text(column, decimals).Length).Append(Columns[column].Length).Max();
}

/// <summary>One row: null where there is no number.</summary>
/// <param name="IsBest">The row that the table is about.</param>
/// <param name="IsCount">Whole numbers of something, among rows of scores.</param>
internal sealed record GridRow(string Name, IReadOnlyList<double?> Cells, bool IsBest = false, bool IsCount = false)
{
    /// <summary>A cell as it is shown.</summary>
    public string Text(int column, int decimals) => Cells[column] is { } number ? number.ToString(IsCount ? "N0" : $"F{decimals}") : "–";
}
