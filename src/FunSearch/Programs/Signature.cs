namespace FunSearch.Programs;

/// <summary>How a program behaves: its score on every training input, in the inputs' order. Higher is better. Where these are few,
/// its solutions as well.</summary>
/// <remarks>Programs of equal signature form a cluster. Equality is by value, bit for bit but for the sign of zero.</remarks>
public sealed class Signature : IEquatable<Signature>
{
    private readonly double[] _scores;
    private readonly int _hash;

    /// <param name="scores">One an input.</param>
    /// <param name="trace">Of equal solutions an equal number; 0 where scores alone tell programs apart.</param>
    /// <exception cref="ArgumentException">There is no score, or one is not finite.</exception>
    public Signature(IEnumerable<double> scores, ulong trace = 0)
    {
        Trace = trace;
        // Adding zero turns -0.0 into 0.0, so that equal scores have equal hashes.
        _scores = [.. scores.Select(score => score + 0.0)];
        if (_scores.Length == 0 || !_scores.All(double.IsFinite))
        {
            throw new ArgumentException("A signature needs at least one score, and every score finite.", nameof(scores));
        }

        Score = Mean(_scores);
        var hash = new HashCode();
        hash.Add(trace);
        foreach (var score in _scores)
        {
            hash.Add(score);
        }

        _hash = hash.ToHashCode();
    }

    /// <summary>One score an input.</summary>
    public IReadOnlyList<double> Scores => _scores;

    /// <summary>Tells its solutions from others where scores do not; 0 where they do.</summary>
    public ulong Trace { get; }

    /// <summary>The mean over the inputs: what the search improves.</summary>
    public double Score { get; }

    /// <summary>64 bits that tell it from others, the same in every process.</summary>
    internal ulong Digest => _scores.Aggregate(Trace, (digest, score) => (digest ^ BitConverter.DoubleToUInt64Bits(score)) * 0x9E3779B97F4A7C15 + (digest >> 29));

    /// <summary>True when every score is the same, whatever the solutions are.</summary>
    internal bool ScoresLike(Signature other) => _scores.AsSpan().SequenceEqual(other._scores);

    public bool Equals(Signature? other) => other is not null && Trace == other.Trace && ScoresLike(other);

    public override bool Equals(object? obj) => Equals(obj as Signature);

    public override int GetHashCode() => _hash;

    // Dividing first keeps a sum of very large scores finite.
    private static double Mean(double[] scores)
    {
        var sum = scores.Sum();
        return double.IsFinite(sum) ? sum / scores.Length : scores.Sum(score => score / scores.Length);
    }
}
