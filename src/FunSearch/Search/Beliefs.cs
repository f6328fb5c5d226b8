using FunSearch.Accounts;
using FunSearch.Islands;
using FunSearch.Programs;
using FunSearch.Prompts;
using FunSearch.Randomness;
using FunSearch.Specifications;
using FunSearch.Tuning;

namespace FunSearch.Search;

/// <summary>What a search believes: its programs, what it has counted, which bodies it has met. Outcomes go in, in the order of
/// settlement; prompts come out. It hangs on nothing else: the same outcomes lead to the same prompts.</summary>
/// <param name="tuner">Null where numbers are not tuned.</param>
internal sealed class Beliefs(SearchOptions options, Verifier verifier, Tuner? tuner)
{
    private readonly Bursts? _bursts = options.Tuning is { } tuning && tuner is not null ? new Bursts(tuning, tuner) : null;
    private readonly long[] _outcomes = new long[Enum.GetValues<OutcomeKind>().Length];

    // By what is left of a body without the names of its locals.
    private readonly Dictionary<UInt128, long> _firstWithBody = [];

    // Of all that scored: any of them may be a parent.
    private readonly Dictionary<long, double> _scores = [];
    private readonly Dictionary<string, Yield> _yields = [];
    private readonly HashSet<ulong> _behaviours = [];

    public Verifier Verifier => verifier;

    /// <summary>True while a program's numbers are being tuned.</summary>
    public bool IsTuning => _bursts?.Any ?? false;

    /// <summary>Null until the first program has founded it, before anything else is believed.</summary>
    public ProgramsDatabase? Database { get; private set; }

    /// <summary>Settled samples without the first program.</summary>
    public long Samples { get; private set; }

    public Spending Spent { get; private set; } = Spending.None;

    public int Resets { get; private set; }

    public JournalEntry.Reset? LastReset { get; private set; }

    /// <summary>Sample 0, which counts in no budget: the program that the search begins with.</summary>
    public static JournalEntry.Proposed First(Specification specification) =>
        new(0, 0, 0, new IslandTicket(0, 0), [], new Proposal(specification.FirstBody, specification.FirstOrigin));

    /// <summary>Takes note of a new sample.</summary>
    /// <returns>Its outcome where that is clear without running it: no body, or one that an earlier sample had. Null for all others.</returns>
    public Outcome? Meet(JournalEntry.Proposed sample)
    {
        if (sample.Proposal.Exchange is { } exchange)
        {
            Spent += Spending.Of(exchange);
        }

        if (sample.Proposal.Body is not { } body)
        {
            return new Outcome.Failed(OutcomeKind.NoCode, sample.Proposal.NoCode!);
        }

        return _firstWithBody.TryAdd(body.Normal, sample.Id) ? null : new Outcome.Duplicate(_firstWithBody[body.Normal]);
    }

    /// <summary>Whom a new sample is held against while it is run: a trial of numbers against the program whose numbers it changes, all others
    /// against the island where they belong.</summary>
    public Rivals RivalsOf(IslandTicket ticket, bool isTrial) => isTrial && _bursts?.IncumbentOf(ticket) is { } incumbent
        ? new Rivals([], incumbent.Signature)
        : new Rivals(Database!.Islands[ticket.Island].Survey(), Incumbent: null);

    /// <summary>Founds the database with the first program.</summary>
    public void Found(JournalEntry.Proposed first, Outcome.Scored outcome)
    {
        Meet(first);
        var program = new ScoredProgram(first.Id, first.Proposal.Body!, outcome.Signature);
        _scores[first.Id] = program.Score;
        verifier.Crown(program);
        Database = new ProgramsDatabase(options.Islands, program);
    }

    /// <returns>True for progress: it scored above all of its parents.</returns>
    public bool Believe(JournalEntry.Proposed sample, Outcome outcome)
    {
        Samples++;
        _outcomes[(int)outcome.Kind]++;
        var isProgress = outcome is Outcome.Scored { Signature.Score: var score } && sample.Parents.Count > 0 && sample.Parents.All(parent => score > _scores.GetValueOrDefault(parent));
        _yields[sample.Proposal.Origin] = _yields.GetValueOrDefault(sample.Proposal.Origin, Yield.None).With(sample.Proposal.Exchange, outcome, isProgress);
        var program = outcome is Outcome.Scored scored ? new ScoredProgram(sample.Id, sample.Proposal.Body!, scored.Signature) : null;
        if (sample.Proposal.IsTrial)
        {
            _bursts?.Settle(sample.Ticket, program);
        }

        if (program is not null)
        {
            Register(sample, program);
        }

        return isProgress;
    }

    /// <summary>Draws a prompt with all of its chance, and the place where its samples belong.</summary>
    /// <param name="isTrial">Whether it is to be a trial of other numbers; null where chance decides that.</param>
    public DrawnPrompt Draw(long number, bool? isTrial)
    {
        var chance = new SeededRandom(options.Seed, SeededRandom.Stream.Trials, number);
        var trial = isTrial ?? _bursts?.IsDue(chance) ?? false ? _bursts?.Draw(chance) : null;
        var (ticket, parents) = trial is var (place, parent, _) ? (place, [parent])
            : Database!.SampleParents(new SeededRandom(options.Seed, SeededRandom.Stream.Parents, number));
        var prompt = new Prompt(number, parents, new SeededRandom(options.Seed, SeededRandom.Stream.Proposal, number)) { Best = Database!.Islands.Max(island => island.Best.Score) };
        return new DrawnPrompt(ticket, prompt, trial is var (_, _, body) ? new Proposal(body, Proposal.Tuned) { Edited = 0 } : null);
    }

    public SearchProgress Snapshot(TimeSpan elapsed) => new(
        Samples,
        verifier.Best,
        Enum.GetValues<OutcomeKind>().ToDictionary(kind => kind, kind => _outcomes[(int)kind]),
        verifier.Champion,
        [.. Database!.Islands.Select(island => new IslandProgress(island.Best.Score, island.Clusters, island.Programs, island.Epoch))],
        elapsed,
        Spent) { Yields = _yields.ToDictionary(), First = verifier.First, BetterOnTrainAlone = verifier.BetterOnTrainAlone, Behaviours = _behaviours.Count };

    private void Register(JournalEntry.Proposed sample, ScoredProgram program)
    {
        _scores[sample.Id] = program.Score;
        _behaviours.Add(program.Signature.Digest);
        verifier.Crown(program);
        var island = Database!.Islands[sample.Ticket.Island];
        var isBest = program.Score > island.Best.Score;
        if (Database.TryRegister(program, sample.Ticket) && (isBest || (!sample.Proposal.IsTrial && island.IsPromising(program.Score))))
        {
            _bursts?.Offer(sample.Ticket, program, isBest);
        }

        if (Database.IsResetDue)
        {
            var founders = Database.Reset(new SeededRandom(options.Seed, SeededRandom.Stream.Reset, Database.Registrations));
            LastReset = new JournalEntry.Reset(Database.Registrations, founders);
            Resets++;
            _bursts?.Forget(founders.Keys);
        }
    }
}

/// <summary>A prompt as it was drawn.</summary>
/// <param name="Trial">For a trial of other numbers the whole answer: nobody is asked.</param>
internal sealed record DrawnPrompt(IslandTicket Ticket, Prompt Prompt, Proposal? Trial);
