namespace FunSearch.Search;

/// <summary>Where a run stops: at the first limit reached. All are totals over the run's sessions; null means no limit.</summary>
public sealed record Budget
{
    /// <summary>Samples: proposals with whatever outcome.</summary>
    public long? Samples { get; init; }

    /// <summary>Working time.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>Tokens of language models, in and out.</summary>
    public long? Tokens { get; init; }

    /// <summary>Requests to language models.</summary>
    public long? Requests { get; init; }

    /// <summary>Mean score over the training inputs at which the search is content, in the user's own sign.</summary>
    public double? Target { get; init; }
}
