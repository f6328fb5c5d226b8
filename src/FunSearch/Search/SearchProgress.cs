using FunSearch.Accounts;
using FunSearch.Programs;

namespace FunSearch.Search;

/// <summary>The best program so far, chosen by its validation score (train where there is no validation), with what is known of it.</summary>
/// <param name="Validation">Null when the problem has no validation inputs.</param>
internal sealed record Champion(ScoredProgram Program, Examination Train, Examination? Validation);

/// <summary>How one island stands.</summary>
/// <param name="Best">Its best mean training score, higher is better.</param>
/// <param name="Programs">Programs registered since its last reset.</param>
internal sealed record IslandProgress(double Best, int Clusters, int Programs, int Epoch);

/// <summary>How a search stands: a snapshot, for people and for budgets. Totals over all of the run's sessions.</summary>
/// <param name="Samples">Settled samples: the sum of the outcomes.</param>
/// <param name="Best">The highest mean training score that was verified, higher is better: what a target is held against.</param>
/// <param name="Outcomes">A count for every kind.</param>
/// <param name="Elapsed">Working time.</param>
/// <param name="Spent">On language models.</param>
/// <param name="Earlier">How many of the samples earlier sessions had settled: until there are more, nothing of this is news.</param>
internal sealed record SearchProgress(
    long Samples,
    double? Best,
    IReadOnlyDictionary<OutcomeKind, long> Outcomes,
    Champion? Champion,
    IReadOnlyList<IslandProgress> Islands,
    TimeSpan Elapsed,
    Spending Spent,
    long Earlier = 0)
{
    /// <summary>By who proposed: an operator, or a model.</summary>
    public IReadOnlyDictionary<string, Yield> Yields { get; init; } = new Dictionary<string, Yield>();

    /// <summary>The program that the search began with; null until it has scored.</summary>
    public Champion? First { get; init; }

    /// <summary>Programs since the champion that were new bests on train, and worse than it on validation.</summary>
    public int BetterOnTrainAlone { get; init; }

    /// <summary>Different behaviours among the programs that scored.</summary>
    public long Behaviours { get; init; }

    /// <summary>Prompts that are being answered, or whose samples are being evaluated.</summary>
    public int UnderWay { get; init; }

    /// <summary>Why the proposer is asked nothing at the moment; null while it works.</summary>
    public string? Pause { get; init; }
}
