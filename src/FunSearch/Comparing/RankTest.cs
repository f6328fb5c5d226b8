namespace FunSearch.Comparing;

/// <summary>
/// The two-sided test of Mann and Whitney (Annals of Mathematical Statistics 18, 1947; Wilcoxon's of rank sums): could one group stand so far
/// above or below the other if chance alone had dealt the numbers out to the two? It asks for no form of distribution.
/// </summary>
/// <param name="U">In how many pairs of one and other the one is greater; equal ones count half.</param>
/// <param name="P">How likely chance alone leads at least as far out on this side, doubled for the other side; at most 1.</param>
/// <param name="IsExact">True when all ways to deal were counted; false for the normal approximation.</param>
internal sealed record RankTest(double U, double P, bool IsExact)
{
    /// <summary>Numbers in both groups up to which all ways to deal are counted: that takes milliseconds.</summary>
    private const int MostExact = 100;

    /// <param name="one">At least one number; none is NaN.</param>
    /// <param name="other">The same.</param>
    public static RankTest Of(IReadOnlyList<double> one, IReadOnlyList<double> other)
    {
        var ranks = Ranks.Of(one, other);
        var u = (ranks.One.Sum() / 2.0) - (one.Count * (one.Count + 1) / 2.0);
        var isExact = one.Count + other.Count <= MostExact;
        return new RankTest(u, isExact ? Exact(ranks) : Approximate(u, ranks), isExact);
    }

    /// <summary>The smallest p that groups of these sizes can have: all of one stand above all of the other.</summary>
    public static double SmallestP(int one, int other) =>
        Math.Min(1, 2 / Enumerable.Range(1, one).Aggregate(1.0, (ways, taken) => ways * (other + taken) / taken));

    /// <summary>Counts the ways to deal as many of the ranks as the one has, by their sum: ties need no correction.</summary>
    private static double Exact(Ranks ranks)
    {
        var taken = ranks.One.Count;
        int[] all = [.. ranks.One, .. ranks.Other];

        var observed = ranks.One.Sum();
        var ways = Ways(all, taken);
        var (below, above) = (ways.Take(observed + 1).Sum(), ways.Skip(observed).Sum());
        return Math.Min(1, 2 * Math.Min(below, above) / ways.Sum());
    }

    /// <summary>By their sum: in how many ways so many of the numbers can be taken.</summary>
    private static double[] Ways(int[] numbers, int taken)
    {
        var sums = numbers.Sum() + 1;
        var ways = Enumerable.Range(0, taken + 1).Select(_ => new double[sums]).ToArray();
        ways[0][0] = 1;
        foreach (var number in numbers)
        {
            // From above, so that no number is taken twice.
            for (var count = taken; count > 0; count--)
            {
                for (var sum = sums - 1; sum >= number; sum--)
                {
                    ways[count][sum] += ways[count - 1][sum - number];
                }
            }
        }

        return ways[taken];
    }

    /// <summary>Normal approximation with corrections for ties and for continuity: Hollander, Wolfe, Chicken, Nonparametric Statistical
    /// Methods, third edition, equations 4.9 and 4.11.</summary>
    private static double Approximate(double u, Ranks ranks)
    {
        double one = ranks.One.Count;
        double other = ranks.Other.Count;
        var all = one + other;
        var tied = ranks.Ties.Sum(count => ((double)count * count * count) - count);
        var variance = one * other / 12 * (all + 1 - (tied / (all * (all - 1))));
        var distance = Math.Max(0, Math.Abs(u - (one * other / 2)) - 0.5);
        return variance == 0 ? 1 : Math.Min(1, TwoTails(distance / Math.Sqrt(variance)));
    }

    /// <summary>The chance that a standard normal number lies at least so far from 0. Relative error below 1.2e-7: Press, Teukolsky, Vetterling,
    /// Flannery, Numerical Recipes in C, second edition, section 6.2 (erfcc).</summary>
    private static double TwoTails(double distance)
    {
        var z = distance / Math.Sqrt(2);
        var t = 1 / (1 + (z / 2));
        double[] coefficients = [-1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223, 0.17087277];
        var exponent = coefficients.Reverse().Aggregate(0.0, (sum, coefficient) => (sum * t) + coefficient);
        return t * Math.Exp(exponent - (z * z));
    }
}
