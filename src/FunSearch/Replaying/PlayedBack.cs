using FunSearch.Programs;
using FunSearch.Prompts;
using FunSearch.Proposers.Answers;
using FunSearch.Search;
using FunSearch.Specifications;

namespace FunSearch.Replaying;

/// <summary>Answers that were played back from a file, and that the journal has: they are read again, and the file may be gone.</summary>
internal sealed class PlayedBack(EvolvedFunction function) : IAuthor
{
    public bool IsDeterministic => true;

    public Task<ProposalCheck> TakeAsync(Prompt prompt, CancellationToken cancellationToken) =>
        Task.FromResult<ProposalCheck>(recorded => recorded.Exchange is not { } exchange
            ? "recorded without the answer, which would be read again"
            : TextDifference.Between(recorded.Body, AnswerReader.Read(exchange.Answer, function, prompt.Parents.Count).Body));

    public void Report(Proposal proposal, Outcome outcome, bool isProgress)
    {
        // The file is the same whatever became of its answers.
    }
}
