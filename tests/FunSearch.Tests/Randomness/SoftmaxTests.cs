using CsCheck;
using FunSearch.Randomness;

namespace FunSearch.Tests.Randomness;

public class SoftmaxTests
{
    private static readonly Gen<double[]> Logits = Gen.Double[-1e6, 0].Array[1, 50];

    [Fact]
    public void Chances_are_in_proportion_to_the_exponential_of_logit_over_temperature()
    {
        var chances = Softmax.Chances([0, -1, -3], temperature: 2);

        var sum = 1 + Math.Exp(-0.5) + Math.Exp(-1.5);
        Assert.Equal([1 / sum, Math.Exp(-0.5) / sum, Math.Exp(-1.5) / sum], chances, Close);
    }

    [Fact]
    public void Chances_are_finite_and_sum_to_one()
    {
        Gen.Select(Logits, Gen.Double[1e-9, 10]).Sample((logits, temperature) =>
        {
            var chances = Softmax.Chances(logits, temperature);

            Assert.All(chances, chance => Assert.InRange(chance, 0, 1));
            Assert.Equal(1, chances.Sum(), 1e-9);
        });
    }

    [Fact]
    public void A_higher_logit_never_has_the_smaller_chance()
    {
        Gen.Select(Logits, Gen.Double[1e-9, 10]).Sample((logits, temperature) =>
        {
            Array.Sort(logits);

            var chances = Softmax.Chances(logits, temperature);

            Assert.Equal(chances.Order(), chances);
        });
    }

    [Theory]
    [InlineData(1e-9)]
    [InlineData(double.Epsilon)]
    [InlineData(0)]
    public void Near_temperature_zero_the_highest_share_all_chances(double temperature)
    {
        var chances = Softmax.Chances([-double.MaxValue, 0, -1, 0, double.NegativeInfinity], temperature);

        Assert.Equal([0, 0.5, 0, 0.5, 0], chances);
    }

    [Fact]
    public void Draws_are_as_frequent_as_their_chances()
    {
        double[] chances = [0.5, 0, 0.3, 0.2];
        var random = new Random(1);

        var counts = new int[chances.Length];
        for (var i = 0; i < 100_000; i++)
        {
            counts[Softmax.Draw(chances, random)]++;
        }

        Assert.Equal(0, counts[1]);
        Assert.All(chances.Zip(counts), pair => Assert.Equal(pair.First, pair.Second / 100_000.0, 0.01));
    }

    [Fact]
    public void A_draw_beyond_a_sum_that_rounding_made_too_small_falls_on_the_last_that_has_a_chance()
    {
        var drawn = Softmax.Draw([0.25, 0.25, 0], new Always(0.999));

        Assert.Equal(1, drawn);
    }

    private static bool Close(double one, double other) => Math.Abs(one - other) < 1e-12;

    private sealed class Always(double value) : Random(0)
    {
        public override double NextDouble() => value;
    }
}
