using System.Globalization;
using System.Xml.Linq;

namespace FunSearch.App.Charts;

/// <summary>Elements of SVG.</summary>
internal static class Svg
{
    private static readonly XNamespace Namespace = "http://www.w3.org/2000/svg";

    public static XElement Element(string name, IReadOnlyList<(string Name, string Value)> attributes, params object[] content) =>
        new(Namespace + name, attributes.Select(attribute => new XAttribute(attribute.Name, attribute.Value)), content);

    /// <param name="anchor">Where the place is in the text: <c>start</c>, <c>middle</c> or <c>end</c>.</param>
    public static XElement Text(double x, double y, string text, string anchor, params IEnumerable<(string Name, string Value)> attributes) => Element(
        "text",
        [("x", x.ToString("0.##", CultureInfo.InvariantCulture)), ("y", y.ToString("0.##", CultureInfo.InvariantCulture)), ("text-anchor", anchor), .. attributes],
        text);
}
