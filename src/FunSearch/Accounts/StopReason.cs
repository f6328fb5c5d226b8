namespace FunSearch.Accounts;

/// <summary>Why a search stopped.</summary>
public enum StopReason
{
    Samples,
    Time,
    Tokens,
    Requests,
    Cost,
    Target,

    /// <summary>The proposer has nothing more to say, for instance at the end of recorded answers.</summary>
    ProposerIsDone,

    /// <summary>Cancelled by its user; resumable.</summary>
    Interrupted,
}
