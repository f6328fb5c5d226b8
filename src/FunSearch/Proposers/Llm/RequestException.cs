namespace FunSearch.Proposers.Llm;

/// <summary>What a failed request means for the search.</summary>
internal enum RequestFailure
{
    /// <summary>The next one may succeed: a full or failing server, an answer that cannot be read.</summary>
    Passing,

    /// <summary>Nothing can be reached at the address. Final when nothing ever could.</summary>
    Unreachable,

    /// <summary>No request will succeed: the key is refused, or there is no such model.</summary>
    Final,

    /// <summary>The search was stopped meanwhile.</summary>
    Cancelled,
}

/// <summary>A request to a language model that failed for good, all its attempts spent. The sentence says where, what came and what to do.</summary>
/// <remarks>The client's own exception is not kept inside: a server may have repeated the key in it.</remarks>
internal sealed class RequestException(RequestFailure failure, string message) : Exception(message)
{
    public RequestFailure Failure { get; } = failure;

    /// <summary>True when the server may have begun to answer, and so asks to be paid.</summary>
    public bool MayCost { get; init; }
}
