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

    /// <summary>A program became the best of its island.</summary>
    public void Begin(IslandTicket ticket, ScoredProgram program) => _active[ticket.Island] = new Burst(ticket, program, options);

    /// <summary>Whether a prompt should be a trial, by chance.</summary>
    public bool IsDue(Random random) => Any && random.NextDouble() < options.Share;

    /// <summary>A trial of one of the bursts; null when none has a number left to try.</summary>
    /// <param name="choice">Chooses the burst.</param>
    /// <param name="chance">The trial's own.</param>
    public (IslandTicket Ticket, ScoredProgram Parent, Body Trial)? Draw(Random choice, Random chance)
    {
        while (Any)
        {
            var burst = _active.Values[choice.Next(_active.Count)];
            if (tuner(burst.Incumbent.Body, chance) is { } trial)
            {
                return (burst.Ticket, burst.Incumbent, trial);
            }

            _active.Remove(burst.Ticket.Island);
        }

        return null;
    }

    /// <summary>What became of a trial.</summary>
    /// <param name="trial">Null when it did not score.</param>
    public void Settle(IslandTicket ticket, ScoredProgram? trial)
    {
        if (_active.GetValueOrDefault(ticket.Island) is { } burst && burst.Ticket == ticket)
        {
            burst.Settle(trial);
            if (burst.IsOver)
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
}
