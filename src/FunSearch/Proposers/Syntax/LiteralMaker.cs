using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax;

/// <summary>Draws numbers: new ones, and ones near another.</summary>
/// <param name="constants">Numbers of the specification, which often mean something to the problem.</param>
internal sealed class LiteralMaker(IReadOnlyList<double> constants, Random random)
{
    /// <summary>A factor or an exponent.</summary>
    private const double SmallestFraction = 0.01;

    /// <summary>No problem's number: thresholds and weights beyond it are reached by steps.</summary>
    private const double Largest = 200;

    public ExpressionSyntax Draw(Kind kind) => Literals.Of(Value(kind), kind);

    /// <summary>A whole number of at least 1, or a fraction, of any order of magnitude in reach.</summary>
    public ExpressionSyntax Positive(Kind kind) => Literals.Of(PositiveValue(kind), kind);

    /// <summary>A number near another: a step of random size, ±1, another sign, a new number.</summary>
    public double Near(double value, Kind kind)
    {
        // A whole number in the place of a fraction may well mean a count or a size.
        var isWhole = kind.IsWhole || (value == Math.Truncate(value) && Math.Abs(value) >= 2 && random.Happens(0.85));
        var next = random.Weighted(5, 3, 0.4, 1.2) switch
        {
            0 => value + (random.Happens(0.5) ? 1 : -1) * random.LogUniform(0.03, 1) * Math.Max(Math.Abs(value), kind.IsWhole ? 1 : SmallestFraction),
            1 => value + (random.Happens(0.5) ? 1 : -1) * (isWhole || Math.Abs(value) > 5 ? 1 : 0.1),
            2 => -value,
            _ => Value(kind),
        };
        next = isWhole ? Math.Round(next) : Literals.Readable(next, 3);
        return Math.Abs(next) > Literals.LargestWhole ? value : next;
    }

    /// <summary>What a term is held against: most often a whole number, since most of what problems give is counted or measured in wholes.</summary>
    public ExpressionSyntax Limit(Kind kind) => Literals.Of(
        kind.IsWhole || random.Happens(0.85) ? Math.Round(random.LogUniform(1, Largest)) : Literals.Readable(random.LogUniform(SmallestFraction, 10), 2), kind);

    /// <summary>A number beyond the usual ones, of either sign: what is compared with it comes first or last.</summary>
    public ExpressionSyntax Extreme(Kind kind) =>
        Literals.Of((random.Happens(0.5) ? 1 : -1) * Literals.Readable(random.LogUniform(Largest / 3, Largest * 10), 1), kind);

    private double Value(Kind kind)
    {
        if (constants.Count > 0 && random.Happens(0.15) && random.Pick(constants) is var constant && (!kind.IsWhole || constant == Math.Truncate(constant)) && Math.Abs(constant) <= Literals.LargestWhole)
        {
            return constant;
        }

        return random.Happens(0.3) ? -PositiveValue(kind) : PositiveValue(kind);
    }

    private double PositiveValue(Kind kind) => kind.IsWhole || random.Happens(0.6)
        ? Math.Round(random.LogUniform(1, Largest))
        : Literals.Readable(random.LogUniform(SmallestFraction, 10), 2);
}
