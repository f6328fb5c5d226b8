using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FunSearch.Specifications.Reading;

/// <summary>The XML documentation of a specification, for prompts and for people.</summary>
internal static partial class Documentation
{
    /// <summary>As written, one <c>///</c> a line and without indentation; empty when there is none.</summary>
    public static string AsWritten(SyntaxNode node) => string.Join('\n', node.GetLeadingTrivia()
        .Where(trivia => trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia))
        .SelectMany(trivia => trivia.ToFullString().Split('\n'))
        .Select(line => line.Trim()).Where(line => line.Length > 0));

    /// <summary>Summary and remarks without their mark-up, on one line; empty when there are none or they are no XML.</summary>
    public static string AsText(ISymbol symbol)
    {
        var xml = symbol.GetDocumentationCommentXml();
        // For documentation that is no XML, Roslyn answers with a comment that says so.
        if (string.IsNullOrWhiteSpace(xml) || xml.StartsWith("<!--", StringComparison.Ordinal))
        {
            return "";
        }

        return AsText(XElement.Parse(xml, LoadOptions.PreserveWhitespace), "summary", "remarks");
    }

    /// <summary>The summary of one part of a class without its mark-up, on one line; empty when there is none or it is no XML.</summary>
    public static string Summary(SyntaxNode part)
    {
        var xml = string.Join('\n', AsWritten(part).Split('\n').Select(line => line.TrimStart('/')));
        try
        {
            return AsText(XElement.Parse($"<part>{xml}</part>", LoadOptions.PreserveWhitespace), "summary");
        }
        catch (XmlException)
        {
            return "";
        }
    }

    private static string AsText(XElement documentation, params IReadOnlyList<string> elements)
    {
        var text = string.Join(' ', documentation.Elements().Where(element => elements.Contains(element.Name.LocalName)).Select(Text));
        return WhiteSpace().Replace(text, " ").Trim();
    }

    private static string Text(XElement element) => string.Concat(element.Nodes().Select(node => node switch
    {
        XElement { FirstNode: null } reference => Name(reference.FirstAttribute?.Value ?? ""),
        XElement { Name.LocalName: "para" } paragraph => $" {Text(paragraph)} ",
        XElement inner => Text(inner),
        XText text => text.Value,
        _ => "",
    }));

    // "M:Warehouse.Pack(System.Int32)" is read as "Pack".
    private static string Name(string reference) => reference.Split('(')[0].Split('.', ':')[^1];

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
