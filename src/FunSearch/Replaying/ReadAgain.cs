using FunSearch.Programs;
using FunSearch.Prompts;
using FunSearch.Proposers.Answers;
using FunSearch.Proposers.Llm;
using FunSearch.Proposers.Llm.Prompts;
using FunSearch.Search;
using FunSearch.Specifications;

namespace FunSearch.Replaying;

/// <summary>Language models, which are not asked again: their prompts are written again, their recorded answers read again. Which of them
/// answered is taken from the record: it hung on who was free.</summary>
/// <param name="function">The function that is searched.</param>
/// <param name="isCompletion">Whether a model, as the journal calls it, was given a text to continue.</param>
/// <param name="embedded">Is asked again where no model answered; null where models answered alone.</param>
internal sealed class ReadAgain(
    EvolvedFunction function, Briefer briefer, PromptWriter writer, Func<string, bool> isCompletion, IProposer? embedded) : IAuthor
{
    private readonly Dictionary<Proposal, Dialogue> _dialogues = new(ReferenceEqualityComparer.Instance);

    public bool IsDeterministic => false;

    public async Task<ProposalCheck> TakeAsync(Prompt prompt, CancellationToken cancellationToken)
    {
        var briefing = briefer.Brief(prompt);

        // The chance that chose between models.
        prompt.Random.NextDouble();
        var edit = embedded is null ? null : await embedded.ProposeAsync(prompt, cancellationToken).FirstOrDefaultAsync(cancellationToken);
        var dialogue = new Dialogue();
        return recorded => recorded.Exchange is null
            ? edit is null ? "recorded without the model's answer, which would be read again" : AskedAgain.Compare(recorded, edit)
            : Compare(recorded, prompt, briefing, dialogue);
    }

    public void Report(Proposal proposal, Outcome outcome, bool isProgress)
    {
        briefer.Report(proposal, outcome, isProgress);
        if (proposal.Exchange is null)
        {
            embedded?.Report(proposal, outcome, isProgress);
        }

        if (_dialogues.Remove(proposal, out var dialogue))
        {
            dialogue.Outcome = outcome;
        }
    }

    private string? Compare(Proposal recorded, Prompt prompt, Briefing briefing, Dialogue dialogue)
    {
        var exchange = recorded.Exchange!;
        _dialogues[recorded] = dialogue;
        var said = exchange.Turn == 0 ? writer.Write(prompt, briefing, isCompletion(recorded.Origin)) : RepairRequest.For(dialogue.Outcome);
        return exchange.Intent != briefing.Intent.Name ? $"recorded as asked to {exchange.Intent}; now to {briefing.Intent.Name}"
            : said is null ? "recorded as a repair of an answer that needs none"
            : TextDifference.Between("prompt", exchange.Prompt, said) is { } difference ? difference
            : recorded.Body is null ? null
            : TextDifference.Between(recorded.Body, AnswerReader.Read(exchange.Answer, function, prompt.Parents.Count).Body);
    }

    /// <summary>What was said to one prompt.</summary>
    private sealed class Dialogue
    {
        /// <summary>What became of the latest answer.</summary>
        public Outcome? Outcome { get; set; }
    }
}
