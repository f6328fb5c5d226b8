using FunSearch.Programs;
using FunSearch.Prompts;
using FunSearch.Search;

namespace FunSearch.Replaying;

/// <summary>A proposer that gives the same answer to the same prompt: it is asked again.</summary>
internal sealed class AskedAgain(IProposer proposer) : IAuthor
{
    public bool IsDeterministic => proposer.IsDeterministic;

    public IReadOnlyList<long> ParentsOf(Prompt prompt) => proposer.ParentsOf(prompt);

    public async Task<ProposalCheck> TakeAsync(Prompt prompt, CancellationToken cancellationToken)
    {
        var now = await proposer.ProposeAsync(prompt, cancellationToken).FirstOrDefaultAsync(cancellationToken);
        return recorded => Compare(recorded, now);
    }

    public void Report(Proposal proposal, Outcome outcome, bool isProgress) => proposer.Report(proposal, outcome, isProgress);

    /// <summary>How a recorded proposal differs from one made now, as a clause; null when it does not.</summary>
    public static string? Compare(Proposal recorded, Proposal? now) =>
        now is null ? "recorded a proposal; now the proposer has nothing to say"
        : recorded.Origin != now.Origin ? $"recorded as written by '{recorded.Origin}'; now by '{now.Origin}'"
        : TextDifference.Between(recorded.Body, now.Body);
}
