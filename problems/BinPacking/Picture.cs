using System.Xml.Linq;
using FunSearch;

public static partial class OnlineBinPacking
{
    private const int Margin = 24;
    private const int Heading = 64;
    private const int BinsInRow = 100;
    private const int BinWidth = 8;
    private const int BinHeight = 150;
    private const int RowHeight = BinHeight + 14;

    /// <summary>More would not be looked at, and do not fit into a picture that travels.</summary>
    private const int BinsDrawn = 3_000;

    private const string Font = "font-family:system-ui,sans-serif";

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>From the smallest items to those that fill a bin.</summary>
    private static readonly string[] Colours = ["#fbb634", "#f58c46", "#e9655a", "#cf4671", "#a73384", "#7b2a8b", "#53257a", "#1b1f3b"];

    /// <summary>Each bin as a bar of its items, in the order in which bins were opened and items came. What stays grey is room that was lost.</summary>
    [Picture]
    public static string Draw(Instance instance, Packing packing)
    {
        var bins = Math.Min(packing.BinCount, BinsDrawn);
        var width = (BinsInRow * (BinWidth + 2)) + (2 * Margin);
        var height = Heading + ((bins + BinsInRow - 1) / BinsInRow * RowHeight) + Margin;
        var loads = new long[packing.BinCount];
        return new XElement(
            Svg + "svg",
            new XAttribute("viewBox", $"0 0 {width} {height}"), new XAttribute("width", width), new XAttribute("height", height),
            Bar(0, 0, width, height, "#ffffff"),
            Text(28, $"font-weight:600;font-size:18px;fill:#1b1f3b;{Font}", $"{instance.Name}: {instance.Items.Length} items in {packing.BinCount} bins of {instance.Capacity}"),
            Text(48, $"font-size:12px;fill:#5c6078;{Font}", Remark(instance, packing)),
            Enumerable.Range(0, bins).Select(bin => Bar(Left(bin), Top(bin), BinWidth, BinHeight, "#e4e6ee")),
            instance.Items.Zip(packing.BinOfItem, (size, bin) => Item(bin, size)).OfType<XElement>()).ToString(SaveOptions.DisableFormatting);

        XElement? Item(int bin, int size)
        {
            var bottom = Level(loads[bin]);
            loads[bin] += size;
            var top = Level(loads[bin]);
            return bin < bins
                ? Bar(Left(bin), Top(bin) + BinHeight - top, BinWidth, Math.Max(1, top - bottom - 1), Colours[(int)((long)(size - 1) * Colours.Length / instance.Capacity)])
                : null;
        }

        int Level(long load) => (int)(load * BinHeight / instance.Capacity);
    }

    private static string Remark(Instance instance, Packing packing)
    {
        var lost = 1 - (instance.Items.Sum(size => (double)size) / instance.Capacity / packing.BinCount);
        var more = packing.BinCount > BinsDrawn ? $"; the first {BinsDrawn} bins" : "";
        return $"at least {LowerBound(instance)} are needed; {Math.Round(100 * lost, 1)} % of the room is lost (grey); the darker an item, the larger{more}";
    }

    private static int Left(int bin) => Margin + (bin % BinsInRow * (BinWidth + 2));

    private static int Top(int bin) => Heading + (bin / BinsInRow * RowHeight);

    private static XElement Bar(int x, int y, int width, int height, string fill) => new(
        Svg + "rect",
        new XAttribute("x", x), new XAttribute("y", y), new XAttribute("width", width), new XAttribute("height", height), new XAttribute("fill", fill));

    private static XElement Text(int y, string style, string text) =>
        new(Svg + "text", new XAttribute("x", Margin), new XAttribute("y", y), new XAttribute("style", style), text);
}
