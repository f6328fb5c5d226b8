using FunSearch.Programs;

namespace FunSearch.Islands;

/// <summary>Every program that scored, on islands that evolve side by side. See "Programs database" in the paper's methods.</summary>
/// <remarks>
/// Not thread-safe: one owner calls it, a search loop or a grain. It reads no clock and keeps no generator: the same calls with the same
/// chance give the same answers.
/// </remarks>
internal sealed class ProgramsDatabase
{
    private readonly IslandOptions _options;
    private readonly Island[] _islands;
    private readonly ScoredProgram _first;
    private long _lastReset;

    /// <param name="options">Without violations.</param>
    /// <param name="first">Founds every island.</param>
    public ProgramsDatabase(IslandOptions options, ScoredProgram first)
    {
        (_options, _first) = (options, first);
        _islands = [.. Enumerable.Range(0, options.Islands).Select(_ => new Island(options, first, epoch: 0))];
    }

    /// <summary>The islands as they stand; an island that is reset is replaced by a new one.</summary>
    public IReadOnlyList<Island> Islands => _islands;

    /// <summary>Programs registered in the run. Founders are not counted: they are there, or were registered before.</summary>
    public long Registrations { get; private set; }

    /// <summary>True when <see cref="IslandOptions.ResetPeriod"/> programs were registered since the weaker half was emptied, or an island has come to
    /// the end of its patience. A single island is never reset.</summary>
    public bool IsResetDue => _islands.Length > 1 && (IsPeriodOver || Stagnant is not null);

    private bool IsPeriodOver => Registrations - _lastReset >= _options.ResetPeriod;

    // The best island is left alone, and of several the first of the best.
    private int? Stagnant => Enumerable.Range(0, _islands.Length).OrderByDescending(island => _islands[island].Best.Score).Skip(1).Order().Cast<int?>()
        .FirstOrDefault(island => _islands[island!.Value].Stagnation >= _options.Patience);

    /// <summary>Programs to improve on, worst first, all of one island; at least one.</summary>
    public (IslandTicket Ticket, IReadOnlyList<ScoredProgram> Parents) SampleParents(Random random)
    {
        var island = random.Next(_islands.Length);
        return (new IslandTicket(island, _islands[island].Epoch), _islands[island].SampleParents(random));
    }

    /// <summary>Adds a program to the island that its parents came from.</summary>
    /// <returns>
    /// False, and nothing is changed, when the island was reset since or has an equal program of equal behaviour. A program that is new but
    /// too long for its full cluster is registered all the same, though not kept: the schedules count what was found, not what was stored.
    /// </returns>
    public bool TryRegister(ScoredProgram program, IslandTicket ticket)
    {
        var island = _islands[ticket.Island];
        if (island.Epoch != ticket.Epoch || !island.TryRegister(program))
        {
            return false;
        }

        Registrations++;
        return true;
    }

    /// <summary>Empties the islands that are due and founds them again: the weaker half, or one that has stagnated, which begins with the first program,
    /// so that it finds something else.</summary>
    /// <returns>By emptied island, the id of its founder.</returns>
    public IReadOnlyDictionary<int, long> Reset(Random random) => IsPeriodOver ? ResetWeakerHalf(random)
        : Stagnant is { } stagnant ? Found([stagnant], () => _first)
        : new Dictionary<int, long>();

    /// <summary>Empties the half of the islands whose best programs are the weakest, rounded down, and founds each again with the best
    /// program of a surviving island drawn by chance, or with the first program. Chance also decides between islands of equal score.</summary>
    /// <returns>By emptied island, the id of its founder.</returns>
    public IReadOnlyDictionary<int, long> ResetWeakerHalf(Random random)
    {
        int[] weakestFirst =
        [
            .. Enumerable.Range(0, _islands.Length).OrderBy(island => _islands[island].Best.Score).ThenBy(_ => random.NextInt64()),
        ];
        var emptied = weakestFirst[..(_islands.Length / 2)];
        _lastReset = Registrations;
        var surviving = weakestFirst[emptied.Length..];
        return Found(emptied, () => random.NextDouble() < _options.FreshStarts ? _first : _islands[surviving[random.Next(surviving.Length)]].Best);
    }

    private Dictionary<int, long> Found(int[] emptied, Func<ScoredProgram> founder)
    {
        foreach (var island in emptied)
        {
            _islands[island] = new Island(_options, founder(), _islands[island].Epoch + 1);
        }

        return emptied.ToDictionary(island => island, island => _islands[island].Best.Id);
    }
}
