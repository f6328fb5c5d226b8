using FunSearch.Programs;
using FunSearch.Randomness;

namespace FunSearch.Islands;

/// <summary>The programs of one island that behave alike: their signatures are equal.</summary>
internal sealed class Cluster
{
    private readonly int _capacity;

    // Best first: their scores are equal, so the shortest first, and of equal length the earliest.
    private readonly List<ScoredProgram> _programs;

    public Cluster(ScoredProgram founder, int capacity)
    {
        _capacity = capacity;
        _programs = [founder];
    }

    /// <summary>How all of its programs behave.</summary>
    public Signature Signature => _programs[0].Signature;

    /// <summary>Tokens of its shortest program.</summary>
    public int Length => _programs[0].Body.Length;

    /// <summary>The score of all of its programs.</summary>
    public double Score => Signature.Score;

    /// <summary>Keeps the program if it is among the shortest; the shortest of all, and of several the earliest, is never lost.</summary>
    /// <returns>False when an equal body is already here.</returns>
    public bool TryRegister(ScoredProgram program)
    {
        if (_programs.Exists(other => other.Body.Equals(program.Body)))
        {
            return false;
        }

        var place = _programs.FindIndex(other => BestFirst.Order.Compare(program, other) < 0);
        _programs.Insert(place < 0 ? _programs.Count : place, program);
        if (_programs.Count > _capacity)
        {
            _programs.RemoveAt(_programs.Count - 1);
        }

        return true;
    }

    /// <summary>One program, the shorter the likelier: softmax over the negated lengths, scaled as in the paper's code to at most 1.</summary>
    public ScoredProgram Sample(Random random)
    {
        double shortest = _programs[0].Body.Length;
        double longest = _programs[^1].Body.Length;
        var logits = _programs.Select(program => (shortest - program.Body.Length) / (longest + 1e-6)).ToArray();
        return _programs[Softmax.Draw(Softmax.Chances(logits, temperature: 1), random)];
    }
}
