using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax.Templates;

/// <summary>A value by steps of a term: <c>t &lt;= a ? x : t &lt;= b ? y : z</c>.</summary>
internal sealed class Ladder : ITemplate
{
    public string Name => "ladder";

    public double Weight => 1;

    public Piece? Make(Materials materials) => Of(materials) is { } ladder ? new Piece(ladder) : null;

    /// <summary>Two to four steps, their limits ascending.</summary>
    public static ExpressionSyntax? Of(Materials materials)
    {
        if (materials.Term() is not { } term)
        {
            return null;
        }

        var limits = Enumerable.Range(0, 1 + materials.Random.Weighted(4, 3, 2)).Select(_ => materials.LimitOf(term)).OrderByDescending(limit => Literals.Value(limit));
        return limits.Aggregate(materials.Value(), (rest, limit) =>
            Code.Choose(Code.Binary(SyntaxKind.LessThanOrEqualExpression, term, limit), materials.Value(), rest));
    }
}
