using FunSearch.Islands;
using FunSearch.Programs;
using static FunSearch.Tests.Islands.Population;

namespace FunSearch.Tests.Islands;

public class ClusterTests
{
    [Fact]
    public void Shorter_programs_are_drawn_more_often_by_the_softmax_of_their_negated_scaled_lengths()
    {
        var cluster = Filled(capacity: 3, terms: [1, 2, 6]);
        var random = new Random(1);

        var shares = Shares(100_000, () => [cluster.Sample(random)]);

        // Lengths are 5, 7 and 15 tokens.
        double[] weights = [1, Math.Exp(-2 / 15.0), Math.Exp(-10 / 15.0)];
        Assert.All(weights, (weight, id) => Assert.Equal(weight / weights.Sum(), shares[id], 0.01));
    }

    [Fact]
    public void A_full_cluster_keeps_the_shortest_programs()
    {
        var cluster = Filled(capacity: 3, terms: [5, 4, 1, 6, 3, 2]);

        Assert.Equal([2, 4, 5], Kept(cluster));
    }

    [Fact]
    public void Of_equally_short_programs_the_earlier_are_kept()
    {
        var cluster = Filled(capacity: 2, terms: [2, 1, 1, 1]);

        Assert.Equal([1, 2], Kept(cluster));
    }

    [Fact]
    public void An_equal_body_is_refused_however_it_is_laid_out()
    {
        var cluster = new Cluster(Program(1, 5.0), capacity: 3);
        var again = new ScoredProgram(2, new Body("{\n    // the same\n    return 1;\n}"), new Signature([5.0]));

        Assert.False(cluster.TryRegister(again));
        Assert.Equal([1], Kept(cluster));
    }

    [Fact]
    public void A_program_too_long_to_be_kept_is_registered_all_the_same()
    {
        var cluster = new Cluster(Program(1, 5.0), capacity: 1);

        Assert.True(cluster.TryRegister(Program(2, terms: 4, [5.0])));
        Assert.Equal([1], Kept(cluster));
    }

    private static Cluster Filled(int capacity, int[] terms)
    {
        var cluster = new Cluster(Program(0, terms[0], [5.0]), capacity);
        for (var id = 1; id < terms.Length; id++)
        {
            Assert.True(cluster.TryRegister(Program(id, terms[id], [5.0])));
        }

        return cluster;
    }

    private static IEnumerable<long> Kept(Cluster cluster)
    {
        var random = new Random(1);
        return Shares(1_000, () => [cluster.Sample(random)]).Keys.Order();
    }
}
