using System.Diagnostics;
using System.Runtime.CompilerServices;
using FunSearch.Programs;
using FunSearch.Prompts;
using FunSearch.Search;

namespace FunSearch.App.Benching;

/// <summary>A proposer on a stopwatch, which says when the search is warm.</summary>
/// <param name="warmUp">Samples after which it is.</param>
/// <param name="warm">Called once, between two samples.</param>
internal sealed class TimedProposer(IProposer proposer, int warmUp, Action warm) : IProposer
{
    private long _reported;

    public string Name => proposer.Name;

    public bool IsDeterministic => proposer.IsDeterministic;

    /// <summary>Wall time spent on proposals.</summary>
    public TimeSpan Elapsed { get; private set; }

    public async IAsyncEnumerable<Proposal> ProposeAsync(Prompt prompt, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        await foreach (var proposal in proposer.ProposeAsync(prompt, cancellationToken))
        {
            Elapsed += Stopwatch.GetElapsedTime(start);
            yield return proposal;
            start = Stopwatch.GetTimestamp();
        }
    }

    public void Report(Proposal proposal, Outcome outcome, bool isProgress)
    {
        proposer.Report(proposal, outcome, isProgress);
        if (++_reported == warmUp)
        {
            warm();
        }
    }
}
