using FunSearch.Programs;
using FunSearch.Prompts;
using FunSearch.Runs;
using FunSearch.Search;
using Microsoft.Extensions.AI;

/// <summary>Other minds than the built-in ones.</summary>
internal static class OtherMinds
{
    /// <summary>Any client of Microsoft.Extensions.AI, with whatever caching, logging or limits it was built.</summary>
    public static ProposerChoice AskedThrough(IChatClient client) => ProposerChoice.Client(client, "my-model");

    /// <summary>A proposer of one's own.</summary>
    public static ProposerChoice Scaling() => ProposerChoice.Own("scaling", _ => new ScalingProposer());

    /// <summary>Multiplies what the better parent returns: a proposer need not be clever.</summary>
    private sealed class ScalingProposer : IProposer
    {
        public string Name => "scaling";

        // It depends on the prompt alone, so that one seed gives one search.
        public bool IsDeterministic => true;

        public async IAsyncEnumerable<Proposal> ProposeAsync(Prompt prompt, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.CompletedTask;
            var parent = prompt.Parents[^1].Body.Text;
            var factor = 0.5 + prompt.Random.NextDouble();
            yield return new Proposal(new Body(parent.Replace("return ", FormattableString.Invariant($"return {factor:R} * "), StringComparison.Ordinal)), Name);
        }

        public void Report(Proposal proposal, Outcome outcome, bool isProgress)
        {
            // What became of it: here a proposer learns.
        }
    }
}
