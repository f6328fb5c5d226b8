namespace FunSearch.Specifications;

/// <summary>How a problem's results are told.</summary>
/// <param name="Minimise">True when the user's own scores are better when smaller.</param>
/// <param name="Splits">The splits that it has inputs for.</param>
/// <param name="Figures">Names of the figures, in the order of the source.</param>
public sealed record Measures(bool Minimise, IReadOnlyList<Split> Splits, IReadOnlyList<string> Figures)
{
    /// <summary>A score in the user's own sign.</summary>
    // Zero minus zero is zero: a minus before it would print a score of -0.
    public double InUsersSign(double score) => Minimise ? 0 - score : score;

    /// <summary>True when a score is as good as a target or better; false without one of the two.</summary>
    /// <param name="score">Higher is better.</param>
    /// <param name="target">In the user's own sign.</param>
    public bool HasReached(double? score, double? target) => Minimise ? -score <= target : score >= target;
}
