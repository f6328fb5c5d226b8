using FunSearch.Specifications.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Specifications.Exporting;

/// <summary>Writes a member as it stands in its source, without markers.</summary>
internal static class MemberText
{
    /// <param name="marked">The same member with its marker; null for one that has none.</param>
    public static string Of(MemberDeclarationSyntax member, MarkedMethod? marked)
    {
        var marker = marked?.Marker.ApplicationSyntaxReference?.GetSyntax();
        var plain = member
            .WithAttributeLists([.. member.AttributeLists.Where(list => !list.Attributes.Any(attribute => attribute == marker))])
            .WithLeadingTrivia().WithTrailingTrivia();
        var code = plain.ToFullString();
        var documentation = Documentation.AsWritten(member);
        return Joined(documentation, SpansLines(member) ? code : Layout.Dedent(code));
    }

    /// <summary>Moves lines to the right, unless white space at the start of a line belongs to a text.</summary>
    public static string Indented(string code, bool spansLines) =>
        spansLines ? code : string.Join('\n', code.Split('\n').Select(line => line.Length == 0 ? line : $"    {line}"));

    /// <summary>True when a token, a text in quotes, goes over several lines.</summary>
    public static bool SpansLines(SyntaxNode node) => node.DescendantTokens().Any(token => token.Text.Contains('\n', StringComparison.Ordinal));

    private static string Joined(string documentation, string code) => documentation.Length == 0 ? code : $"{documentation}\n{code}";
}
