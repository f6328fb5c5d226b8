using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using FunSearch.Accounts;
using FunSearch.Programs;
using FunSearch.Prompts;
using FunSearch.Proposers.Llm.Prompts;
using FunSearch.Search;
using FunSearch.Specifications;
using Microsoft.Extensions.AI;

namespace FunSearch.Proposers.Llm;

/// <summary>Asks language models to write the next version of the evolved function: one of them a prompt, one proposal an answer, and one more
/// for an answer that went back because it did not compile.</summary>
/// <param name="name">How the user named it.</param>
/// <param name="embedded">Takes the prompts of which the model is busy; null where models are to answer alone.</param>
internal sealed class ModelProposer(
    string name, Specification specification, Briefer briefer, PromptWriter writer, IReadOnlyList<Member> members, Turns turns, IProposer? embedded) : IProposer
{
    private readonly ConcurrentDictionary<Proposal, Outcome?> _inDialogue = new(ReferenceEqualityComparer.Instance);

    // Until longer ones are seen: a prompt of two parents that have grown to twice the first program.
    private long _longestPrompt = 2 * TokenEstimate.Of(writer.WriteFirst(members.All(member => member.IsCompletion)));

    public string Name => name;

    public bool IsDeterministic => false;

    public bool HasRoom => turns.HasRoom;

    public string? Pause => turns.Pause;

    public Spending MostPerProposal => members.Select(member => member.Most(Volatile.Read(ref _longestPrompt)))
        .Aggregate((a, b) => new Spending(1, Math.Max(a.Tokens, b.Tokens), Math.Max(a.Cost, b.Cost)));

    /// <inheritdoc/>
    /// <remarks>A request that failed is a sample without code, so that a passing weakness of a server does not end the search.</remarks>
    public async IAsyncEnumerable<Proposal> ProposeAsync(Prompt prompt, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Before anything is waited for: a replay briefs, and breeds, at the same point of the search.
        var briefing = briefer.Brief(prompt);
        var chance = prompt.Random.NextDouble();
        var edit = embedded?.ProposeAsync(prompt, cancellationToken);
        var member = await turns.TakeAsync(chance, cancellationToken).ConfigureAwait(false);
        if (member is not null)
        {
            await foreach (var proposal in TalkAsync(member, prompt, briefing, cancellationToken).ConfigureAwait(false))
            {
                yield return proposal;
            }

            yield break;
        }

        try
        {
            await foreach (var proposal in edit!.ConfigureAwait(false))
            {
                yield return proposal;
            }
        }
        finally
        {
            turns.End(member: null);
        }
    }

    /// <inheritdoc/>
    public void Report(Proposal proposal, Outcome outcome, bool isProgress)
    {
        briefer.Report(proposal, outcome, isProgress);
        if (proposal.Exchange is not { } exchange)
        {
            embedded?.Report(proposal, outcome, isProgress);
            return;
        }

        // A request that was refused says nothing of the model's worth.
        if (exchange is not { InputTokens: 0, OutputTokens: 0 })
        {
            turns.Report(proposal.Origin, isProgress, new Toll((double)(exchange.Cost ?? 0), exchange.Elapsed.TotalSeconds));
        }

        _inDialogue.TryUpdate(proposal, outcome, comparisonValue: null);
    }

    /// <summary>A dialogue with one model, whose turn it is: the answer, and repairs of it.</summary>
    private async IAsyncEnumerable<Proposal> TalkAsync(
        Member member, Prompt prompt, Briefing briefing, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var text = writer.Write(prompt, briefing, member.IsCompletion);
        Raise(ref _longestPrompt, TokenEstimate.Of(text));
        var dialogue = new List<ChatMessage> { new(ChatRole.User, text) };
        while (true)
        {
            var proposal = await AskAsync(member, dialogue, prompt, briefing.Intent.Name, cancellationToken).ConfigureAwait(false);
            Outcome? outcome = null;
            try
            {
                _inDialogue[proposal] = null;
                yield return proposal;
            }
            finally
            {
                _inDialogue.TryRemove(proposal, out outcome);
            }

            if (proposal.Exchange!.Turn == member.Repairs || RepairRequest.For(outcome) is not { } request
                || !await turns.TakeAsync(member, cancellationToken).ConfigureAwait(false))
            {
                yield break;
            }

            dialogue.Add(new ChatMessage(ChatRole.Assistant, proposal.Exchange.Answer));
            dialogue.Add(new ChatMessage(ChatRole.User, request));
        }
    }

    private static void Raise(ref long most, long value)
    {
        for (var known = Volatile.Read(ref most); value > known; known = Volatile.Read(ref most))
        {
            Interlocked.CompareExchange(ref most, value, known);
        }
    }

    private async Task<Proposal> AskAsync(
        Member member, List<ChatMessage> dialogue, Prompt prompt, string intent, CancellationToken cancellationToken)
    {
        try
        {
            // The paper numbers the programs of a prompt from 0, so the open version is their count.
            var (proposal, failure) = await member.AskAsync(
                dialogue, intent, specification.Function, prompt.Parents.Count, prompt.Random.Next(), cancellationToken).ConfigureAwait(false);
            turns.Answered(member, failure, isFree: proposal.Exchange is { InputTokens: 0, OutputTokens: 0 });
            return proposal;
        }
        finally
        {
            turns.End(member);
        }
    }
}
