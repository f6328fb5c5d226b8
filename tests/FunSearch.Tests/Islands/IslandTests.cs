using CsCheck;
using FunSearch.Islands;
using static FunSearch.Tests.Islands.Population;

namespace FunSearch.Tests.Islands;

public class IslandTests
{
    [Fact]
    public void The_temperature_falls_over_a_period_and_starts_again()
    {
        var island = new Island(new IslandOptions { InitialTemperature = 0.5, TemperaturePeriod = 4 }, Program(0, 0), epoch: 0);

        var temperatures = new List<double>();
        for (var id = 1; id <= 8; id++)
        {
            temperatures.Add(island.Temperature);
            island.TryRegister(Program(id, id));
        }

        Assert.Equal([0.375, 0.25, 0.125, 0.5, 0.375, 0.25, 0.125, 0.5], temperatures);
    }

    [Fact]
    public void The_temperature_counts_programs_and_not_clusters()
    {
        var island = new Island(new IslandOptions { InitialTemperature = 1, TemperaturePeriod = 4, ClusterCapacity = 1 }, Program(0, 0), epoch: 0);

        island.TryRegister(Program(1, terms: 9, [0]));

        Assert.Equal((1, 2, 0.5), (island.Clusters, island.Programs, island.Temperature));
    }

    [Fact]
    public void A_survey_goes_from_the_worst_to_the_best_however_many_there_are()
    {
        var few = Inhabited(new IslandOptions(), 5, -3, 9);
        var many = Inhabited(new IslandOptions(), [.. Enumerable.Range(0, 1_000).Select(score => (double)score)]);

        var survey = many.Survey().Select(signature => signature.Score).ToList();

        Assert.Equal([-3, 5, 9], few.Survey().Select(signature => signature.Score));
        Assert.Equal(32, survey.Count);
        Assert.Equal(999, survey[^1]);
        Assert.All(survey.Zip(survey.Skip(1)), steps => Assert.InRange(steps.Second - steps.First, 31, 32));
    }

    [Fact]
    public void Clusters_are_drawn_by_boltzmann_without_replacement()
    {
        var options = new IslandOptions { InitialTemperature = 1, TemperaturePeriod = 6, ParentsPerPrompt = 2 };
        var island = Inhabited(options, -30, -14, -12);
        var random = new Random(1);

        var shares = Shares(200_000, () => island.SampleParents(random));

        // 3 of 6 registered: temperature 0.5. Behind −12 are distances 2 and 18; the spread is the smaller, 2.
        double[] weights = [Math.Exp(-9 / 0.5), Math.Exp(-1 / 0.5), 1];
        Assert.All(weights, (_, id) => Assert.Equal(AmongTwo(weights, id), shares.GetValueOrDefault(id), 0.005));
        Assert.True(AmongTwo(weights, 1) > 0.99);
    }

    [Fact]
    public void One_parent_is_drawn_by_boltzmann()
    {
        var options = new IslandOptions { InitialTemperature = 1, TemperaturePeriod = 8, ParentsPerPrompt = 1 };
        var island = Inhabited(options, 1, 4, 3, 2);
        var random = new Random(1);

        var shares = Shares(200_000, () => island.SampleParents(random));

        // 4 of 8 registered: temperature 0.5. Behind 4 are distances 1, 2 and 3; the spread is 2.
        double[] weights = [Math.Exp(-3), 1, Math.Exp(-1), Math.Exp(-2)];
        Assert.All(weights, (weight, id) => Assert.Equal(weight / weights.Sum(), shares[id], 0.005));
    }

    [Fact]
    public void Clusters_of_equal_score_are_drawn_alike()
    {
        var island = new Island(new IslandOptions { ParentsPerPrompt = 1 }, Program(0, 1, 3), epoch: 0);
        island.TryRegister(Program(1, 2, 2));
        island.TryRegister(Program(2, 3, 1));
        var random = new Random(1);

        var shares = Shares(60_000, () => island.SampleParents(random));

        Assert.Equal([0L, 1, 2], shares.Keys.Order());
        Assert.All(shares.Values, share => Assert.Equal(1 / 3.0, share, 0.01));
    }

    [Fact]
    public void At_the_end_of_a_period_the_best_clusters_win()
    {
        var options = new IslandOptions { TemperaturePeriod = 1_000_000_000, InitialTemperature = 1e-12, ParentsPerPrompt = 2 };
        var island = Inhabited(options, 1, 5, 2, 4, 3);
        var random = new Random(1);

        var shares = Shares(100, () => island.SampleParents(random));

        Assert.Equal([1L, 3], shares.Keys.Order());
    }

    [Fact]
    public void A_single_program_is_the_single_parent()
    {
        var island = new Island(new IslandOptions { ParentsPerPrompt = 3 }, Program(0, 7), epoch: 0);

        Assert.Equal([0L], island.SampleParents(new Random(1)).Select(parent => parent.Id));
    }

    [Fact]
    public void Parents_are_of_different_clusters_and_worst_first_whatever_the_scores()
    {
        var score = Gen.OneOf(
            Gen.Double[-1e308, 1e308],
            Gen.Double[-1e-300, 1e-300],
            Gen.Int[-3, 3].Select(whole => (double)whole),
            Gen.Const(double.MaxValue),
            Gen.Const(double.MinValue),
            Gen.Const(double.Epsilon));
        Gen.Select(score.Array[1, 20], Gen.Int[1, 5], Gen.Int).Sample((scores, count, seed) =>
        {
            var island = Inhabited(new IslandOptions { ParentsPerPrompt = count, TemperaturePeriod = 7 }, scores);

            var parents = island.SampleParents(new Random(seed));

            Assert.Equal(Math.Min(count, island.Clusters), parents.Count);
            Assert.Equal(parents.Count, parents.DistinctBy(parent => parent.Signature).Count());
            Assert.Equal(parents.OrderBy(parent => parent.Score).Select(parent => parent.Id), parents.Select(parent => parent.Id));
        });
    }

    [Fact]
    public void Of_parents_of_equal_score_the_longer_and_then_the_later_comes_first()
    {
        var island = new Island(new IslandOptions { ParentsPerPrompt = 3 }, Program(0, 1, 3), epoch: 0);
        island.TryRegister(Program(1, terms: 2, [2, 2]));
        island.TryRegister(Program(2, 3, 1));

        Assert.Equal([1L, 2, 0], island.SampleParents(new Random(1)).Select(parent => parent.Id));
    }

    [Fact]
    public void The_best_of_equal_scores_is_the_shortest_then_the_earliest()
    {
        var island = new Island(new IslandOptions(), Program(0, terms: 3, [5]), epoch: 0);
        var bests = new List<long>();

        foreach (var program in new[] { Program(1, 4), Program(2, terms: 2, [4, 6]), Program(3, terms: 2, [5]), Program(4, terms: 9, [6]) })
        {
            island.TryRegister(program);
            bests.Add(island.Best.Id);
        }

        Assert.Equal([0L, 2, 2, 4], bests);
    }

    private static Island Inhabited(IslandOptions options, params double[] scores)
    {
        var island = new Island(options, Program(0, scores[0]), epoch: 0);
        for (var id = 1; id < scores.Length; id++)
        {
            Assert.True(island.TryRegister(Program(id, scores[id])));
        }

        return island;
    }

    // Drawn first, or second after any other.
    private static double AmongTwo(double[] weights, int index)
    {
        var sum = weights.Sum();
        var second = weights.Where((_, other) => other != index).Sum(other => other / sum * weights[index] / (sum - other));
        return weights[index] / sum + second;
    }
}
