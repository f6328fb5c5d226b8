using FunSearch.Proposers.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Simplifying.Reductions;

/// <summary>Writes a number with fewer digits: 0, 1, then 10 and 20, 12 and 13, 12.3 and 12.4 for 12.34.</summary>
internal sealed class RoundNumber : IReduction
{
    public IEnumerable<BlockSyntax> Of(Draft draft) =>
        from literal in draft.Block.DescendantNodes().OfType<LiteralExpressionSyntax>()
        let kind = draft.Typing.KindOf(literal)
        where kind.IsNumber
        from value in Rounder(Literals.Value(literal)!.Value)
        select draft.Block.ReplaceNode(literal, Literals.Of(value, kind));

    private static IEnumerable<double> Rounder(double value) =>
        new[] { 0.0, 1.0 }.Concat(Enumerable.Range(1, Math.Max(0, Literals.DigitsOf(value) - 1)).SelectMany(digits => Neighbours(value, digits)))
            .Where(rounder => rounder != value).Distinct();

    // The nearer one first.
    private static IEnumerable<double> Neighbours(double value, int digits)
    {
        var nearer = Literals.Readable(value, digits);
        var step = Math.Pow(10, Math.Floor(Math.Log10(value)) - digits + 1);
        return [nearer, Literals.Readable(nearer > value ? nearer - step : nearer + step, digits)];
    }
}
