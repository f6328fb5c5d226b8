using FunSearch.Programs;

namespace FunSearch.Tests.Islands;

/// <summary>Scored programs that no evaluator has seen.</summary>
internal static class Population
{
    public static ScoredProgram Program(long id, params double[] scores) => Program(id, terms: 1, scores);

    /// <param name="terms">The body has 3 + 2 × terms tokens, and no other id has the same.</param>
    public static ScoredProgram Program(long id, int terms, double[] scores) =>
        new(id, new Body($"{{ return {string.Join(" + ", Enumerable.Repeat(id, terms))}; }}"), new Signature(scores));

    /// <summary>How often each id comes, as a share of all draws.</summary>
    public static Dictionary<long, double> Shares(int draws, Func<IEnumerable<ScoredProgram>> draw) =>
        Enumerable.Range(0, draws)
            .SelectMany(_ => draw())
            .CountBy(program => program.Id)
            .ToDictionary(count => count.Key, count => (double)count.Value / draws);
}
