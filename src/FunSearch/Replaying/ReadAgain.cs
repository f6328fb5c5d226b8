using FunSearch.Programs;
using FunSearch.Prompts;
using FunSearch.Proposers.Answers;
using FunSearch.Search;
using FunSearch.Specifications;

namespace FunSearch.Replaying;

/// <summary>A language model, which is not asked again: its prompts are written again, its recorded answers read again.</summary>
/// <param name="function">The function that is searched.</param>
/// <param name="write">The whole of what the model was asked; null where answers were played back, and nobody was asked.</param>
internal sealed class ReadAgain(EvolvedFunction function, Func<Prompt, string>? write) : IAuthor
{
    public bool IsDeterministic => write is null;

    public Task<ProposalCheck> TakeAsync(Prompt prompt, CancellationToken cancellationToken) =>
        Task.FromResult<ProposalCheck>(recorded => Compare(recorded, prompt));

    public void Report(Proposal proposal, Outcome outcome, bool isProgress)
    {
        // A model learns from the next prompt alone.
    }

    private string? Compare(Proposal recorded, Prompt prompt) =>
        recorded.Exchange is not { } exchange ? "recorded without the model's answer, which would be read again"
        : write is not null && TextDifference.Between("prompt", exchange.Prompt, write(prompt)) is { } difference ? difference
        : TextDifference.Between(recorded.Body, AnswerReader.Read(exchange.Answer, function, prompt.Parents.Count).Body);
}
