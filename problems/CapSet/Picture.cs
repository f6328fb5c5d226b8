using System.Xml.Linq;
using FunSearch;

public static partial class CapSets
{
    private const int Margin = 24;
    private const int Heading = 64;
    private const string Font = "font-family:system-ui,sans-serif";

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>By the number of coordinates that are not 0.</summary>
    private static readonly string[] Colours =
        ["#1b1f3b", "#53257a", "#7b2a8b", "#a73384", "#cf4671", "#e9655a", "#f58c46", "#fbb634", "#f4dd53"];

    /// <summary>All vectors as a grid, and in it those of the set: one half of the coordinates chooses the row, the other half the column.</summary>
    [Picture]
    public static string Draw(Space space, Cap cap)
    {
        var rowDigits = space.Dimension / 2;
        var columnDigits = space.Dimension - rowDigits;
        var cell = 720 / (int)Math.Pow(3, columnDigits);
        var (width, height) = (Offset((int)Math.Pow(3, columnDigits), cell) + (2 * Margin), Offset((int)Math.Pow(3, rowDigits), cell) + Heading + Margin);
        return new XElement(
            Svg + "svg",
            new XAttribute("viewBox", $"0 0 {width} {height}"), new XAttribute("width", width), new XAttribute("height", height),
            Square(0, 0, width, height, 0, "#ffffff"),
            Text(28, $"font-weight:600;font-size:18px;fill:#1b1f3b;{Font}", $"{cap.Vectors.Length} vectors of {space.Dimension} coordinates, no three on a line"),
            Text(48, $"font-size:12px;fill:#5c6078;{Font}", $"row: first {rowDigits}, column: last {columnDigits}; the darker, the more of them are 0"),
            from row in Enumerable.Range(0, (int)Math.Pow(3, rowDigits - 1))
            from column in Enumerable.Range(0, (int)Math.Pow(3, columnDigits - 1))
            select Square(Margin + Offset(3 * column, cell), Heading + Offset(3 * row, cell), 3 * cell, 3 * cell, Math.Max(1, cell / 4), "#eef0f6"),
            from vector in cap.Vectors
            let x = Margin + Offset(Number(vector.Skip(rowDigits)), cell) + (cell / 8)
            let y = Heading + Offset(Number(vector.Take(rowDigits)), cell) + (cell / 8)
            let side = cell - (2 * (cell / 8))
            select Square(x, y, side, side, side / 3, Colours[vector.Count(coordinate => coordinate != 0)])).ToString(SaveOptions.DisableFormatting);
    }

    private static int Number(IEnumerable<int> digits) => digits.Aggregate(0, (number, digit) => (3 * number) + digit);

    /// <summary>Where a cell begins, in pixels: after every 3, 9 and 27 of them there is a gap, so that the grid shows its coordinates.</summary>
    private static int Offset(int number, int cell) => (number * cell) + (((number / 3) + (number / 9) + (2 * (number / 27))) * Math.Max(2, cell / 10));

    private static XElement Square(int x, int y, int width, int height, int corner, string fill) => new(
        Svg + "rect",
        new XAttribute("x", x), new XAttribute("y", y), new XAttribute("width", width), new XAttribute("height", height),
        new XAttribute("rx", corner), new XAttribute("fill", fill));

    private static XElement Text(int y, string style, string text) =>
        new(Svg + "text", new XAttribute("x", Margin), new XAttribute("y", y), new XAttribute("style", style), text);
}
