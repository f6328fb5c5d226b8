namespace FunSearch.Islands;

/// <summary>Scores in units of their spread, so that neither the unit of a score nor its zero is a hidden parameter of the temperature.</summary>
/// <remarks>
/// The spread is the median distance to the best score, over the scores that are behind it. A median: a few terrible programs must not
/// flatten the choice among the good ones, as they would with the range or the standard deviation. Behind the best: many clusters
/// may share the best mean, and the spread must not be zero. Of two middle distances the smaller is taken, so that of the
/// scores −210, −212 and −500 the spread is 2.
/// </remarks>
internal static class ScaledScores
{
    /// <summary>The distance of each score to the best, in spreads and negated: 0 for the best, finite for all. All 0 when all are equal.</summary>
    /// <param name="ascending">Finite scores in ascending order, at least one.</param>
    public static double[] Of(double[] ascending)
    {
        var best = ascending[^1];
        var behind = Array.IndexOf(ascending, best);
        var spread = Distance(best, ascending[behind / 2]);
        return spread == 0
            ? new double[ascending.Length]
            : Array.ConvertAll(ascending, score => -Math.Min(Distance(best, score) / spread, double.MaxValue));
    }

    // Half of it: between 1e308 and −1e308 the whole is infinite. The unit cancels.
    private static double Distance(double best, double score) => best / 2 - score / 2;
}
