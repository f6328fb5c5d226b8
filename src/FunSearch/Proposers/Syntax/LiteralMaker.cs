using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax;

/// <summary>Draws numbers: new ones, and ones near another.</summary>
/// <param name="constants">Numbers of the specification, which often mean something to the problem.</param>
internal sealed class LiteralMaker(IReadOnlyList<double> constants, Random random)
{
    /// <summary>The smallest factor that is drawn, and the smallest step near 0.</summary>
    private const double SmallestFraction = 0.01;

    /// <summary>The largest usual number that is drawn. No problem's number: what lies beyond is reached by steps.</summary>
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
            0 => value + Sign() * random.LogUniform(0.03, 1) * Math.Max(Math.Abs(value), kind.IsWhole ? 1 : SmallestFraction),
            1 => value + Sign() * (isWhole || Math.Abs(value) > 5 ? 1 : 0.1),
            2 => -value,
            _ => Value(kind),
        };
        next = isWhole ? Math.Round(next) : Literals.Readable(next, 3);
        return Math.Abs(next) > Literals.LargestWhole ? value : next;
    }

    /// <summary>What a term is held against: most often a whole number, as most of what problems give is counted or measured in wholes.</summary>
    public ExpressionSyntax Limit(Kind kind) => Literals.Of(PositiveValue(kind, chanceOfWhole: 0.85), kind);

    /// <summary>A number beyond the usual ones, of either sign: what is compared with it comes first or last.</summary>
    public ExpressionSyntax Extreme(Kind kind) =>
        Literals.Of(Sign() * Literals.Readable(random.LogUniform(Largest / 3, Largest * 10), 1), kind);

    private double Value(Kind kind)
    {
        if (constants.Count > 0 && random.Happens(0.15) && random.Pick(constants) is var constant && CanBe(kind, constant))
        {
            return constant;
        }

        return random.Happens(0.3) ? -PositiveValue(kind) : PositiveValue(kind);
    }

    private int Sign() => random.Happens(0.5) ? 1 : -1;

    private static bool CanBe(Kind kind, double value) =>
        Math.Abs(value) <= Literals.LargestWhole && (!kind.IsWhole || value == Math.Truncate(value));

    private double PositiveValue(Kind kind, double chanceOfWhole = 0.6) => kind.IsWhole || random.Happens(chanceOfWhole)
        ? Math.Round(random.LogUniform(1, Largest))
        : Literals.Readable(random.LogUniform(SmallestFraction, 10), 2);
}
