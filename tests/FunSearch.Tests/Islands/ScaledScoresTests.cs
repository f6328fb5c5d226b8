using CsCheck;
using FunSearch.Islands;

namespace FunSearch.Tests.Islands;

public class ScaledScoresTests
{
    // Whole numbers, so that shifting and scaling them is exact.
    private static readonly Gen<double[]> Scores =
        Gen.Int[-1000, 1000].Array[1, 40].Select(scores => scores.Order().Select(score => (double)score).ToArray());

    [Fact]
    public void A_score_is_its_distance_to_the_best_in_units_of_the_median_distance_of_those_behind()
    {
        var scaled = ScaledScores.Of([-20, -14, -12, -10, -10]);

        Assert.Equal([-2.5, -1, -0.5, 0, 0], scaled);
    }

    [Fact]
    public void A_few_terrible_programs_do_not_flatten_the_choice_among_the_good_ones()
    {
        Assert.Equal([-145, -1, 0], ScaledScores.Of([-500, -212, -210]));
        Assert.Equal([-75, -50, -1, -0.5, -0.25, 0], ScaledScores.Of([-510, -410, -214, -212, -211, -210]));
    }

    [Fact]
    public void Equal_scores_are_all_as_good_as_the_best()
    {
        Assert.Equal([0, 0, 0], ScaledScores.Of([7, 7, 7]));
        Assert.Equal([0], ScaledScores.Of([7]));
    }

    [Fact]
    public void Where_most_share_the_best_score_the_others_are_still_behind()
    {
        Assert.Equal([-1, 0, 0, 0, 0], ScaledScores.Of([3, 5, 5, 5, 5]));
    }

    [Fact]
    public void Adding_a_constant_changes_nothing()
    {
        Gen.Select(Scores, Gen.Int[-1_000_000, 1_000_000]).Sample((scores, shift) =>
            Assert.Equal(ScaledScores.Of(scores), ScaledScores.Of([.. scores.Select(score => score + shift)])));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(1e-6)]
    [InlineData(1e-300)]
    [InlineData(1e305)]
    public void Multiplying_by_a_positive_number_changes_nothing(double factor)
    {
        Scores.Sample(scores =>
        {
            var scaled = ScaledScores.Of([.. scores.Select(score => score * factor)]);

            Assert.Equal(ScaledScores.Of(scores), scaled, (one, other) => Math.Abs(one - other) <= 1e-9 * Math.Abs(one));
        });
    }

    [Fact]
    public void Scores_at_the_ends_of_the_number_line_stay_finite()
    {
        Assert.Equal([-2, -1, 0], ScaledScores.Of([-1e308, 0, 1e308]));
        Assert.Equal([-2, -1, 0], ScaledScores.Of([-1e-300, 0, 1e-300]));
        Assert.Equal([-double.MaxValue, -1, -1, 0], ScaledScores.Of([-1e308, -1e-300, -1e-300, 0]));
    }
}
