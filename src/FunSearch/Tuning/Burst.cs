using FunSearch.Islands;
using FunSearch.Programs;

namespace FunSearch.Tuning;

/// <summary>Trials of other numbers in one program.</summary>
/// <param name="ticket">Where it was found, and where trials belong.</param>
internal sealed class Burst(IslandTicket ticket, ScoredProgram program, TuningOptions options)
{
    private int _trials;
    private int _failures;

    public IslandTicket Ticket => ticket;

    /// <summary>The best so far, and of equals the latest: so that trials wander over a plateau.</summary>
    public ScoredProgram Incumbent { get; private set; } = program;

    /// <summary>True for the best program of its island.</summary>
    public required bool IsOfBest { get; set; }

    /// <summary>Of the prompts, while it is the only burst.</summary>
    public double Share => IsOfBest ? options.Share : options.ShareWithOthers;

    public bool IsOver => _trials >= options.Trials || _failures >= (IsOfBest ? options.Patience : options.PatienceWithOthers);

    /// <param name="trial">Null when it did not score.</param>
    public void Settle(ScoredProgram? trial)
    {
        _trials++;
        _failures = trial?.Score > Incumbent.Score ? 0 : _failures + 1;
        Incumbent = trial?.Score >= Incumbent.Score ? trial : Incumbent;
    }
}
