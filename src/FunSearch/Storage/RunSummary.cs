using FunSearch.Accounts;
using FunSearch.Programs;
using FunSearch.Search;

namespace FunSearch.Storage;

/// <summary>Whether a stored run goes on.</summary>
internal enum RunState
{
    /// <summary>A living process works on it.</summary>
    Running,

    /// <summary>Stopped before its budget was spent; can be resumed.</summary>
    Interrupted,

    /// <summary>Its budget is spent; with a larger one it can be resumed.</summary>
    Finished,
}

/// <summary>A stored run at a glance, told without reading its journal.</summary>
/// <param name="Best">The champion; null before the first program was verified.</param>
/// <param name="Spent">On language models.</param>
/// <param name="Bytes">What it took in the store when it was written. Content that runs share counts for the one that brought it, also when that
/// one is deleted since.</param>
internal sealed record RunSummary(
    RunConfiguration Configuration,
    RunState State,
    DateTimeOffset Started,
    TimeSpan Elapsed,
    long Samples,
    IReadOnlyDictionary<OutcomeKind, long> Outcomes,
    Champion? Best,
    Spending Spent,
    long Bytes);
