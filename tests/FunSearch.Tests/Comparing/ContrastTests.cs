using CsCheck;
using FunSearch.Comparing;

namespace FunSearch.Tests.Comparing;

public sealed class ContrastTests
{
    [Theory]
    [InlineData(new double[] { 5, 6, 7, 8 }, new double[] { 1, 2, 3, 4 }, Finding.Greater)]
    [InlineData(new double[] { 1, 2, 3, 4 }, new double[] { 5, 6, 7, 8 }, Finding.Smaller)]
    [InlineData(new double[] { 1, 6, 3, 8 }, new double[] { 5, 2, 7, 4 }, Finding.NotShown)]
    [InlineData(new double[] { 5, 5, 5, 5 }, new double[] { 5, 5, 5, 5 }, Finding.NotShown)]
    [InlineData(new double[] { 5, 6, 7 }, new double[] { 1, 2, 3 }, Finding.TooFew)]
    [InlineData(new double[] { 5 }, new double[] { 1, 2, 3, 4, 4.5, 4.6, 4.7, 4.8 }, Finding.TooFew)]
    public void A_difference_counts_as_shown_below_the_level_where_the_groups_are_large_enough(double[] one, double[] other, object finding) =>
        Assert.Equal(finding, Contrast.Of(one, other).Finding);

    [Fact]
    public void The_effect_is_how_often_one_is_greater_than_the_other()
    {
        // Six of nine pairs are greater and one is equal.
        var contrast = Contrast.Of([2, 5, 6], [1, 3, 5]);

        Assert.Equal(6.5 / 9, contrast.Superiority, 12);
        Assert.Equal(4 / 3.0, contrast.Difference, 12);
    }

    [Fact]
    public void The_effects_of_both_sides_sum_to_one() => Gen.Select(Gen.Double[-9, 9].Array[1, 9], Gen.Double[-9, 9].Array[1, 9]).Sample((one, other) =>
    {
        Assert.Equal(1, Contrast.Of(one, other).Superiority + Contrast.Of(other, one).Superiority, 12);
        Assert.Equal(0.5, Contrast.Of(one, one).Superiority);
    }, iter: 200);

    [Fact]
    public void A_spread_tells_the_deviation_of_a_sample()
    {
        var spread = Spread.Of([2, 4, 4, 4, 5, 5, 7, 9]);

        Assert.Equal((8, 5, 2, 9), (spread.Count, spread.Mean, spread.Least, spread.Most));
        Assert.Equal(Math.Sqrt(32 / 7.0), spread.Deviation, 12);
        Assert.Equal(double.NaN, Spread.Of([3]).Deviation);
    }

    [Fact]
    public void A_band_holds_the_middle_half_of_all_staircases_from_where_the_last_begins()
    {
        Staircase one = new([(0, 1), (10, 5)], End: 20);
        Staircase other = new([(5, 2), (15, 3), (25, 9)], End: 30);

        var band = Band.Of([one, other]);

        Assert.Equal([(5, 1.25), (10, 2.75), (15, 3.5), (25, 6)], band.Low.Steps);
        Assert.Equal([(5, 1.5), (10, 3.5), (15, 4), (25, 7)], band.Median.Steps);
        Assert.Equal([(5, 1.75), (10, 4.25), (15, 4.5), (25, 8)], band.High.Steps);
        Assert.Equal(30, band.Median.End);
    }
}
