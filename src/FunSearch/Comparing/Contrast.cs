namespace FunSearch.Comparing;

/// <summary>What can be said of two groups of runs.</summary>
internal enum Finding
{
    /// <summary>Neither stands above the other by more than chance often does. That is no proof that they are equal.</summary>
    NotShown,

    /// <summary>The groups are so small that nothing could be shown, however far they were apart.</summary>
    TooFew,

    /// <summary>The numbers are greater than the other's.</summary>
    Greater,

    /// <summary>The numbers are smaller than the other's.</summary>
    Smaller,
}

/// <summary>One group of numbers held against another.</summary>
/// <param name="Difference">The one's mean less the other's.</param>
/// <param name="Superiority">How often a number of the one is greater than one of the other, from 0 to 1; equal ones count half, so that 0.5 is no
/// difference. Vargha and Delaney's A12 (Journal of Educational and Behavioral Statistics 25, 2000), as Arcuri and Briand (ICSE 2011) advise.</param>
internal sealed record Contrast(double Difference, double Superiority, RankTest Test, Finding Finding)
{
    /// <summary>Below it a difference counts as shown.</summary>
    public const double Level = 0.05;

    /// <param name="one">At least one number; none is NaN.</param>
    /// <param name="other">The same.</param>
    public static Contrast Of(IReadOnlyList<double> one, IReadOnlyList<double> other)
    {
        var test = RankTest.Of(one, other);
        var superiority = test.U / ((double)one.Count * other.Count);
        var finding = RankTest.SmallestP(one.Count, other.Count) >= Level ? Finding.TooFew
            : test.P >= Level ? Finding.NotShown
            : superiority > 0.5 ? Finding.Greater
            : Finding.Smaller;
        return new Contrast(one.Average() - other.Average(), superiority, test, finding);
    }
}
