using System.Diagnostics;
using System.Runtime.CompilerServices;
using FunSearch.Accounts;
using FunSearch.Programs;
using FunSearch.Prompts;
using FunSearch.Search;

namespace FunSearch.Runs.Telemetry;

/// <summary>A proposer, and a span and a measurement of each of its proposals.</summary>
internal sealed class ObservedProposer(IProposer proposer, SearchTelemetry telemetry) : IProposer
{
    public string Name => proposer.Name;

    public bool IsDeterministic => proposer.IsDeterministic;

    public Spending MostPerProposal => proposer.MostPerProposal;

    public bool HasRoom => proposer.HasRoom;

    public string? Pause => proposer.Pause;

    public IReadOnlyList<long> ParentsOf(Prompt prompt) => proposer.ParentsOf(prompt);

    public async IAsyncEnumerable<Proposal> ProposeAsync(Prompt prompt, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var proposals = proposer.ProposeAsync(prompt, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(proposals, prompt) is { } proposal)
        {
            yield return proposal;
        }
    }

    public void Report(Proposal proposal, Outcome outcome, bool isProgress) => proposer.Report(proposal, outcome, isProgress);

    private async ValueTask<Proposal?> NextAsync(IAsyncEnumerator<Proposal> proposals, Prompt prompt)
    {
        using var span = telemetry.BeginProposal(proposer.Name, prompt.Number);
        var start = Stopwatch.GetTimestamp();
        try
        {
            if (await proposals.MoveNextAsync())
            {
                telemetry.EndProposal(span, proposals.Current, Stopwatch.GetElapsedTime(start));
                return proposals.Current;
            }
        }
        catch (ProposerException)
        {
            span?.SetStatus(ActivityStatusCode.Error);
            throw;
        }

        // That nothing more is to come is known only now: a span without a proposal is not kept.
        span?.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        return null;
    }
}
