using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax;

/// <summary>A number of a body that may be another.</summary>
/// <param name="Node">The literal, with the minus before it.</param>
/// <param name="Kind">What may stand there.</param>
/// <param name="IsDivisor">It divides whole numbers: it is never 0.</param>
internal sealed record Tunable(ExpressionSyntax Node, Kind Kind, bool IsDivisor)
{
    /// <summary>Those that edits understand, and of what they leave closed the fractions: a whole number there may well count, or name a place.</summary>
    public static IReadOnlyList<Tunable> In(Reading reading)
    {
        var open = reading.Expressions
            .Where(place => place.Accepts.IsNumber && Literals.Value(place.Node) is not null)
            .Select(place => new Tunable(place.Node, place.Accepts, place.IsDivisor))
            .ToList();
        var known = open.Select(tunable => tunable.Node.Span).ToList();
        var closed = reading.Block.DescendantNodes().OfType<LiteralExpressionSyntax>()
            .Where(literal => literal.Token.Value is double && !known.Exists(span => span.Contains(literal.Span)) && !IsFixed(literal))
            .Select(literal => new Tunable(literal, Kind.Double, IsDivisor: false));
        return [.. open, .. closed];
    }

    /// <summary>Another number in its place.</summary>
    public double Next(LiteralMaker numbers)
    {
        var next = numbers.Near(Literals.Value(Node) ?? 0, Kind);
        return IsDivisor && next == 0 ? 1 : next;
    }

    // What two arms of a switch may not have in common, or the compiler would refuse it.
    private static bool IsFixed(LiteralExpressionSyntax literal) => literal.Ancestors().Any(node => node is PatternSyntax or CaseSwitchLabelSyntax);
}
