using FunSearch.Accounts;
using FunSearch.Programs;

namespace FunSearch.Runs;

/// <summary>How a search stands. Totals over all sessions of its run.</summary>
/// <param name="Samples">Settled samples: the sum of the outcomes.</param>
/// <param name="Outcomes">A count for every kind.</param>
/// <param name="Best">The verified program of the best validation score; on train where there is no validation.</param>
/// <param name="Elapsed">Working time.</param>
/// <param name="Spent">On language models.</param>
public sealed record RunProgress(
    long Samples,
    IReadOnlyDictionary<OutcomeKind, long> Outcomes,
    ProgramReport Best,
    TimeSpan Elapsed,
    Spending Spent)
{
    /// <summary>Share of the workers' time, from 0 to 1, in which they had no program to run. Of this session alone.</summary>
    /// <value>Null before the search begins. A search that asks a language model and is idle most of the time gets further with more
    /// requests at once, or with the embedded proposer beside the model.</value>
    public double? Idle { get; init; }
}

/// <summary>What a search has come to.</summary>
/// <param name="Run">The run's name: <c>funsearch show</c> takes it.</param>
/// <param name="Seed">The same seed gives the same search.</param>
/// <param name="Stop">Why it stopped; <see cref="StopReason.Interrupted"/> when it was cancelled, null when an exception ended it, or before
/// its end.</param>
/// <param name="Progress">How it stood in the end; its best program now with the test score.</param>
/// <param name="Rivals">The program that the search began with, where one was given, and the specification's baselines.</param>
public sealed record RunResult(string Run, long Seed, StopReason? Stop, RunProgress Progress, IReadOnlyList<ProgramReport> Rivals)
{
    /// <summary>The best program, with its test score.</summary>
    public ProgramReport Best => Progress.Best;
}
