using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax.Operators;

/// <summary>Names another variable, or another member, where one is read.</summary>
internal sealed class ExchangeName : IOperator
{
    public string Name => "exchange name";

    public double Weight => 1;

    public BlockSyntax? Apply(Edit edit)
    {
        var changes = edit.FreePlaces
            .Where(place => place.Node is IdentifierNameSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax)
            .SelectMany(place => place.Scope.Terminals
                .Where(other => place.Takes(other.Kind) && !SyntaxFactory.AreEquivalent(other.Expression, place.Node))
                .Select(other => (place.Node, other.Expression)))
            .ToList();
        if (changes.Count == 0)
        {
            return null;
        }

        var (node, other) = edit.Random.Pick(changes);
        return edit.Replace(node, other);
    }
}
