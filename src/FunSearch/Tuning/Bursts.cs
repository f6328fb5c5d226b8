using FunSearch.Islands;
using FunSearch.Programs;

namespace FunSearch.Tuning;

/// <summary>The bursts of a search, one an island at most. Outcomes go in, trials come out, and it hangs on nothing else.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class Bursts(TuningOptions options, Tuner tuner)
{
    // By island: the order in which chance meets them must not hang on when they began.
    private readonly SortedList<int, Burst> _active = [];

    public bool Any => _active.Count > 0;

    /// <summary>A program became the best of its island: it takes the place of whatever was tuned there.</summary>
    public void Begin(IslandTicket ticket, ScoredProgram program)
    {
        _active.Remove(ticket.Island);
        if (HasNumber(program.Body))
        {
            _active[ticket.Island] = new Burst(ticket, program, options);
        }
    }

    /// <summary>Whether a prompt should be a trial, by chance.</summary>
    public bool IsDue(Random random) => Any && random.NextDouble() < options.Share;

    /// <summary>A trial of one of the bursts; null when there is none, or when the tuner found nothing new to try. Changes nothing: a search
    /// that goes on does not draw its earlier prompts again.</summary>
    public (IslandTicket Ticket, ScoredProgram Parent, Body Trial)? Draw(Random random) =>
        Any && _active.Values[random.Next(_active.Count)] is var burst && tuner(burst.Incumbent.Body, random) is { } trial
            ? (burst.Ticket, burst.Incumbent, trial)
            : null;

    /// <summary>What became of a trial.</summary>
    /// <param name="trial">Null when it did not score.</param>
    public void Settle(IslandTicket ticket, ScoredProgram? trial)
    {
        if (_active.GetValueOrDefault(ticket.Island) is { } burst && burst.Ticket == ticket)
        {
            burst.Settle(trial);

            // Numbers may fall away while they are tuned: a term with the factor 0 does.
            if (burst.IsOver || (burst.Incumbent == trial && !HasNumber(trial.Body)))
            {
                _active.Remove(ticket.Island);
            }
        }
    }

    /// <summary>Islands were emptied: what was tuned there is no more.</summary>
    public void Forget(IEnumerable<int> islands)
    {
        foreach (var island in islands)
        {
            _active.Remove(island);
        }
    }

    // Asked with the same chance each time: what is tuned must hang on outcomes alone.
    private bool HasNumber(Body body) => tuner(body, new Random(0)) is not null;
}
