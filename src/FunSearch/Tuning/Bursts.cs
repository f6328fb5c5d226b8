using FunSearch.Islands;
using FunSearch.Programs;

namespace FunSearch.Tuning;

/// <summary>The bursts of a search, one an island at most. Outcomes go in, trials come out, and it hangs on nothing else.</summary>
/// <remarks>
/// The best of an island is tuned at once. But a program of a new form seldom is: its numbers were drawn by chance, those of the best were tuned. So the most promising program
/// of a form that was not tuned yet gets a short burst as soon as there is nothing else to tune on its island. Not thread-safe.
/// </remarks>
internal sealed class Bursts(TuningOptions options, Tuner tuner)
{
    // By island: the order in which chance meets them must not hang on when they began.
    private readonly SortedList<int, Burst> _active = [];
    private readonly Dictionary<int, ScoredProgram> _waiting = [];
    private readonly HashSet<(int Island, UInt128 Form)> _tuned = [];

    public bool Any => _active.Count > 0;

    /// <summary>A program that may be worth tuning.</summary>
    /// <param name="isBest">It became the best of its island: then it takes the place of whatever is tuned there, and gets more patience. Where it came of that, tuning only
    /// goes on with more patience. Any other program waits, and is tuned only if its form has not been.</param>
    public void Offer(IslandTicket ticket, ScoredProgram program, bool isBest)
    {
        if (isBest && IncumbentOf(ticket) == program)
        {
            _active[ticket.Island].IsOfBest = true;
        }
        else if (isBest)
        {
            Begin(ticket, program, isBest: true);
        }
        else if (_tuned.Contains((ticket.Island, program.Body.Form)))
        {
            return;
        }
        else if (!_active.ContainsKey(ticket.Island))
        {
            Begin(ticket, program, isBest: false);
        }
        else if (!(_waiting.GetValueOrDefault(ticket.Island)?.Score >= program.Score))
        {
            _waiting[ticket.Island] = program;
        }
    }

    /// <summary>The program whose numbers are tuned on an island; null when there is none.</summary>
    public ScoredProgram? IncumbentOf(IslandTicket ticket) => _active.GetValueOrDefault(ticket.Island) is { } burst && burst.Ticket == ticket ? burst.Incumbent : null;

    /// <summary>Whether a prompt should be a trial, by chance.</summary>
    public bool IsDue(Random random) => Any && random.NextDouble() < _active.Values.Average(burst => burst.Share);

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
        if (IncumbentOf(ticket) is not { } before)
        {
            return;
        }

        var burst = _active[ticket.Island];
        burst.Settle(trial);

        // Numbers may fall away while they are tuned, a term with the factor 0 does; then the program is shorter.
        if (burst.IsOver || (burst.Incumbent.Body.Length < before.Body.Length && !HasNumber(burst.Incumbent.Body)))
        {
            _active.Remove(ticket.Island);
            if (_waiting.Remove(ticket.Island, out var next))
            {
                Begin(ticket, next, isBest: false);
            }
        }
    }

    /// <summary>Islands were emptied: what was tuned there is no more.</summary>
    public void Forget(IEnumerable<int> islands)
    {
        foreach (var island in islands)
        {
            _active.Remove(island);
            _waiting.Remove(island);
            _tuned.RemoveWhere(tuned => tuned.Island == island);
        }
    }

    private void Begin(IslandTicket ticket, ScoredProgram program, bool isBest)
    {
        _active.Remove(ticket.Island);
        _tuned.Add((ticket.Island, program.Body.Form));
        if (HasNumber(program.Body))
        {
            _active[ticket.Island] = new Burst(ticket, program, options) { IsOfBest = isBest };
        }
    }

    // Asked with the same chance each time: what is tuned must hang on outcomes alone.
    private bool HasNumber(Body body) => tuner(body, new Random(0)) is not null;
}
