using FunSearch.Proposers.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Simplifying.Reductions;

/// <summary>Edits that several reductions are made of.</summary>
internal static class Trees
{
    // In characters. The front end takes no longer body, and a value that is written out wherever a hostile one names it knows no end.
    private const int LongestGrowth = 8 * 1024;

    /// <summary>All lists of statements, outer ones first.</summary>
    public static IEnumerable<SyntaxList<StatementSyntax>> StatementLists(BlockSyntax block) => block.DescendantNodesAndSelf().Select(node => node switch
    {
        BlockSyntax inner => inner.Statements,
        SwitchSectionSyntax section => section.Statements,
        _ => default,
    });

    /// <summary>The tree without a statement of it, and with other nodes exchanged.</summary>
    public static BlockSyntax Without(BlockSyntax root, StatementSyntax statement, IEnumerable<SyntaxNode> others, Func<SyntaxNode, SyntaxNode> exchanged)
    {
        // Both at once: after one edit the nodes of the other would not be found again.
        var emptied = root.ReplaceNodes(others.Append(statement), (node, _) => node == statement ? SyntaxFactory.EmptyStatement() : exchanged(node));
        return emptied.RemoveNodes(
            emptied.DescendantNodes().OfType<EmptyStatementSyntax>().Where(empty => empty.Parent is BlockSyntax or SwitchSectionSyntax), SyntaxRemoveOptions.KeepNoTrivia)!;
    }

    /// <summary>Where a variable is named, members of that name not counted.</summary>
    public static IEnumerable<IdentifierNameSyntax> Mentions(SyntaxNode tree, string name) => tree.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
        .Where(mention => mention.Identifier.Text == name
            && !(mention.Parent is MemberAccessExpressionSyntax access && access.Name == mention)
            && mention.Parent is not (MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax));

    /// <summary>The tree with a value wherever a variable was named; null when it would grow too much.</summary>
    public static T? Substitute<T>(T tree, string name, ExpressionSyntax value)
        where T : SyntaxNode => GrowsTooMuch(Mentions(tree, name), value) ? null : tree.ReplaceNodes(Mentions(tree, name), (_, _) => Enclosed(value));

    /// <summary>Would a tree become too long with this value in all these places?</summary>
    public static bool GrowsTooMuch(IEnumerable<SyntaxNode> places, SyntaxNode value) => (long)places.Count() * value.Span.Length > LongestGrowth;

    /// <summary>The expression as it can stand anywhere; the printer takes needless parentheses away where it knows them to be.</summary>
    public static ExpressionSyntax Enclosed(ExpressionSyntax expression) =>
        Precedence.Of(expression) == Precedence.Primary && expression is not (ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax)
            ? expression
            : SyntaxFactory.ParenthesizedExpression(expression);
}
