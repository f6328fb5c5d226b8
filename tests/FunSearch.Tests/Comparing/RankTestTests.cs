using CsCheck;
using FunSearch.Comparing;

namespace FunSearch.Tests.Comparing;

public sealed class RankTestTests
{
    private static readonly Gen<double[]> Few = Gen.Int[0, 4].Select(number => (double)number).Array[1, 6];

    [Theory]
    // Mann and Whitney 1947, table I: one tail, doubled here.
    [InlineData(new double[] { 1, 2, 3 }, new double[] { 4, 5, 6 }, 0, 0.1)]
    [InlineData(new double[] { 1, 2, 3, 4 }, new double[] { 5, 6, 7, 8 }, 0, 2 / 70.0)]
    [InlineData(new double[] { 1, 2, 3, 4, 7 }, new double[] { 5, 6, 8, 9, 10 }, 2, 8 / 252.0)]
    // The example of SciPy's mannwhitneyu, and Aesop's tortoises and hares as Wikipedia tells them.
    [InlineData(new double[] { 19, 22, 16, 29, 24 }, new double[] { 20, 11, 17, 12 }, 17, 1 / 9.0)]
    [InlineData(new double[] { 12, 6, 5, 4, 3, 2 }, new double[] { 11, 10, 9, 8, 7, 1 }, 11, 0.30952380952380953)]
    // With ties: counted by hand over all ways to deal.
    [InlineData(new double[] { 1, 2, 2, 3 }, new double[] { 2, 3, 4, 4, 5 }, 2.5, 1 / 9.0)]
    [InlineData(new double[] { 64, 64, 64 }, new double[] { 96, 96, 112 }, 0, 0.1)]
    [InlineData(new double[] { 1, 1 }, new double[] { 1, 1 }, 2, 1)]
    public void P_of_small_groups_is_exact(double[] one, double[] other, double u, double p)
    {
        var test = RankTest.Of(one, other);

        Assert.Equal(u, test.U);
        Assert.Equal(p, test.P, 12);
        Assert.True(test.IsExact);
    }

    [Fact]
    public void P_is_twice_the_share_of_ways_to_deal_the_numbers_out_that_lie_as_far_out() => Gen.Select(Few, Few).Sample((one, other) =>
    {
        double[] all = [.. one, .. other];
        double U(IReadOnlyCollection<int> taken) =>
            taken.Sum(i => Enumerable.Range(0, all.Length).Where(j => !taken.Contains(j)).Sum(j => all[i] > all[j] ? 1 : all[i] == all[j] ? 0.5 : 0));
        var deals = Enumerable.Range(0, 1 << all.Length).Select(bits => Enumerable.Range(0, all.Length).Where(i => (bits >> i & 1) == 1).ToList())
            .Where(taken => taken.Count == one.Length).Select(U).ToList();
        var observed = U([.. Enumerable.Range(0, one.Length)]);
        var tail = Math.Min(deals.Count(deal => deal <= observed), deals.Count(deal => deal >= observed));

        Assert.Equal(Math.Min(1, 2.0 * tail / deals.Count), RankTest.Of(one, other).P, 12);
    }, iter: 150);

    [Fact]
    public void It_is_the_same_from_both_sides_and_in_any_unit() => Gen.Select(Few, Few).Sample((one, other) =>
    {
        var there = RankTest.Of(one, other);
        var back = RankTest.Of(other, one);
        var scaled = RankTest.Of([.. one.Select(Math.Exp)], [.. other.Select(Math.Exp)]);

        Assert.Equal(there.P, back.P, 12);
        Assert.Equal(one.Length * other.Length, there.U + back.U);
        Assert.Equal(there, scaled);
        Assert.True(there.P >= RankTest.SmallestP(one.Length, other.Length) - 1e-12);
    }, iter: 300);

    [Theory]
    // By hand from the same equations, with Python's math.erfc.
    [InlineData(0, 10, 1250, 0.0039218839047846475)]
    [InlineData(0, 30.5, 435, 7.964332670470494e-13)]
    [InlineData(0, 0, 1800, 1)]
    public void P_of_large_groups_is_near_the_normal_one(double from, double shift, double u, double p)
    {
        var one = Enumerable.Range(0, 60).Select(number => from + number).ToList();

        var test = RankTest.Of(one, [.. one.Select(number => number + shift)]);

        Assert.Equal(u, test.U);
        Assert.InRange(test.P / p, 1 - 1e-6, 1 + 1e-6);
        Assert.False(test.IsExact);
    }

    [Fact]
    public void The_approximation_takes_up_where_counting_ends()
    {
        var one = Enumerable.Range(0, 50).Select(number => (double)number).ToList();
        var other = one.Select(number => number + 9.5).ToList();

        var exact = RankTest.Of(one, other);
        var near = RankTest.Of([.. one, 24.75], other);

        Assert.True(exact.IsExact);
        Assert.False(near.IsExact);
        Assert.InRange(near.P / exact.P, 0.8, 1.25);
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(3, 3, 0.1)]
    [InlineData(4, 4, 2 / 70.0)]
    [InlineData(5, 5, 2 / 252.0)]
    [InlineData(2, 6, 2 / 28.0)]
    public void Small_groups_have_a_smallest_p(int one, int other, double p) => Assert.Equal(p, RankTest.SmallestP(one, other), 12);
}
