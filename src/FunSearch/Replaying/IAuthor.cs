using FunSearch.Programs;
using FunSearch.Prompts;
using FunSearch.Search;

namespace FunSearch.Replaying;

/// <summary>Writes a run's proposals again, or reads them again where a language model wrote them.</summary>
internal interface IAuthor
{
    /// <summary>As the run's proposer was: see <see cref="IProposer.IsDeterministic"/>.</summary>
    bool IsDeterministic { get; }

    /// <summary>As <see cref="IProposer.ParentsOf"/>.</summary>
    IReadOnlyList<long> ParentsOf(Prompt prompt) => [.. prompt.Parents.Select(parent => parent.Id)];

    /// <summary>Takes a prompt at the point of the search at which it was drawn.</summary>
    /// <returns>Compares a recorded answer to it.</returns>
    Task<ProposalCheck> TakeAsync(Prompt prompt, CancellationToken cancellationToken);

    /// <summary>As <see cref="IProposer.Report"/>.</summary>
    void Report(Proposal proposal, Outcome outcome, bool isProgress);
}

/// <summary>How a recorded proposal differs from what comes out now, as a clause; null when it does not.</summary>
internal delegate string? ProposalCheck(Proposal recorded);
