using FunSearch.Programs;

namespace FunSearch.Evaluation;

/// <summary>
/// The training inputs that candidates are run on first, cheapest first, and what they must reach there to be worth the rest.
/// </summary>
/// <remarks>
/// The bar hangs on the scores of other programs alone, never on time: the same search cuts the same candidates short on any machine.
/// A program that is behind the best by more than <see cref="Spreads"/> spreads is as good as never drawn as a parent: at the initial
/// temperature its chance is e^−30 of the best's. What that means in a search is measured in docs/architecture.md.
/// </remarks>
internal static class Stage
{
    /// <summary>Fewer inputs are not worth two stages.</summary>
    private const int FewestInputs = 3;

    /// <summary>The first stage costs at most the whole divided by this: so much is lost at most on who goes on, if nobody is cut short.</summary>
    private const int Share = 4;

    /// <summary>Fewer behaviours do not tell how scores are spread.</summary>
    private const int FewestPeers = 8;

    /// <summary>How far below the best a mean over the first inputs may be, in spreads.</summary>
    private const double Spreads = 3;

    /// <summary>The cheapest inputs that together cost at most a quarter of all, cheapest first, of equal cost as they stand; empty where
    /// two stages are not worth it.</summary>
    /// <param name="costs">By input, at least 0.</param>
    public static IReadOnlyList<int> FirstOf(IReadOnlyList<long> costs)
    {
        if (costs.Count < FewestInputs)
        {
            return [];
        }

        var first = new List<int>();
        var left = costs.Sum(Whole) / Share;
        foreach (var input in Enumerable.Range(0, costs.Count).OrderBy(input => costs[input]))
        {
            left -= Whole(costs[input]);
            if (left < 0)
            {
                break;
            }

            first.Add(input);
        }

        return first;
    }

    /// <summary>The mean over the first inputs below which a candidate is clearly out; null while too little is known to tell.</summary>
    /// <param name="peers">Programs that it is held against.</param>
    /// <returns>Higher is better, as in a signature.</returns>
    public static double? Bar(IReadOnlyList<Signature> peers, IReadOnlyList<int> first)
    {
        if (first.Count == 0 || peers.Count < FewestPeers)
        {
            return null;
        }

        double[] means = [.. peers.Select(peer => first.Average(input => peer.Scores[input])).Order()];
        var best = means[^1];

        // Behind the best, and of two middle ones the nearer, as the islands measure their spread.
        var middle = means[Array.IndexOf(means, best) / 2];
        var bar = best - (Spreads * (best - middle));
        return bar < best && double.IsFinite(bar) ? bar : null;
    }

    // To run an input at all costs something, though it never calls the function.
    private static decimal Whole(long cost) => cost + 1m;
}
