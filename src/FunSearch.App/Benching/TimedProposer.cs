using System.Diagnostics;
using System.Runtime.CompilerServices;
using FunSearch.Programs;
using FunSearch.Prompts;
using FunSearch.Search;

namespace FunSearch.App.Benching;

/// <summary>A proposer on a stopwatch.</summary>
/// <param name="reported">Called between two samples, whenever one of its own was reported.</param>
internal sealed class TimedProposer(IProposer proposer, Action reported) : IProposer
{
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
        reported();
    }
}
