using System.Globalization;
using System.Text;
using System.Xml.Linq;
using FunSearch.Comparing;

namespace FunSearch.App.Charts;

/// <summary>One system of axes with its curves, as SVG.</summary>
/// <param name="Id">Unique in its picture.</param>
/// <param name="Left">Of the area within the axes, in pixels; so are the three that follow.</param>
/// <param name="AcrossTitle">What the horizontal axis counts, with its unit.</param>
/// <param name="UpTitle">What the vertical one does. It stands above it, where the numbers have room beside it.</param>
internal sealed record Panel(
    string Id, double Left, double Top, double Width, double Height, Axis Across, Axis Up, string AcrossTitle, string UpTitle, IReadOnlyList<Curve> Curves)
{
    private const string Grey = "#666";
    private const string Pale = "#e4e4e4";

    private double Bottom => Top + Height;

    public IEnumerable<XElement> Draw() =>
    [
        Svg.Element("clipPath", [("id", Id)], Svg.Element("rect", [("x", Text(Left)), ("y", Text(Top)), ("width", Text(Width)), ("height", Text(Height))])),
        .. Up.Marks.SelectMany(MarkUp),
        .. Across.Marks.SelectMany(MarkAcross),
        Svg.Element("path", [("d", $"M{Text(Left)} {Text(Top)}V{Text(Bottom)}H{Text(Left + Width)}"), ("fill", "none"), ("stroke", Grey)]),
        Svg.Text(Left + (Width / 2), Bottom + 40, AcrossTitle, "middle"),
        Svg.Text(Left, Top - 12, UpTitle, "start"),
        Svg.Element("g", [("clip-path", $"url(#{Id})")], [.. Lines()]),
    ];

    // All bands lie below all lines, and the first curve is on top.
    private IEnumerable<XElement> Lines() =>
        Curves.Reverse().Select(curve => Svg.Element("path", [("d", Around(curve.Band)), ("fill", curve.Colour), ("fill-opacity", "0.15"), ("stroke", curve.Colour), ("stroke-opacity", "0.3")]))
            .Concat(Curves.Reverse().Select(curve => Svg.Element(
                "path",
                [("d", Along(curve.Band.Median)), ("fill", "none"), ("stroke", curve.Colour), ("stroke-width", "2"), .. curve.Dashes is { } dashes ? [("stroke-dasharray", dashes)] : Array.Empty<(string, string)>()],
                Svg.Element("title", [], curve.Name))));

    private IEnumerable<XElement> MarkUp(double mark) =>
    [
        Svg.Element("path", [("d", $"M{Text(Left)} {Text(Y(mark))}H{Text(Left + Width)}"), ("stroke", Pale)]),
        Svg.Text(Left - 8, Y(mark) + 4, Up.Text(mark), "end"),
    ];

    private IEnumerable<XElement> MarkAcross(double mark) =>
    [
        Svg.Element("path", [("d", $"M{Text(X(mark))} {Text(Bottom)}v5"), ("stroke", Grey)]),
        Svg.Text(X(mark), Bottom + 20, Across.Text(mark), "middle"),
    ];

    private string Along(Staircase stairs)
    {
        var path = new StringBuilder($"M{Text(X(stairs.Start))} {Text(Y(stairs.Steps[0].Value))}");
        foreach (var (place, value) in stairs.Steps.Skip(1))
        {
            path.Append($"H{Text(X(place))}V{Text(Y(value))}");
        }

        return path.Append($"H{Text(X(stairs.End))}").ToString();
    }

    private string Around(Band band)
    {
        var path = new StringBuilder(Along(band.High));
        for (var step = band.Low.Steps.Count - 1; step >= 0; step--)
        {
            path.Append($"V{Text(Y(band.Low.Steps[step].Value))}H{Text(X(band.Low.Steps[step].Place))}");
        }

        return path.Append('Z').ToString();
    }

    private double X(double value) => Left + ((value - Across.Low) / (Across.High - Across.Low) * Width);

    private double Y(double value) => Bottom - ((value - Up.Low) / (Up.High - Up.Low) * Height);

    private static string Text(double pixels) => pixels.ToString("0.##", CultureInfo.InvariantCulture);
}
