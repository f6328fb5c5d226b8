namespace FunSearch.Accounts;

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

    /// <summary>US dollars for language models.</summary>
    public decimal? Cost { get; init; }

    /// <summary>Mean score over the training inputs at which the search is content, in the user's own sign.</summary>
    public double? Target { get; init; }

    /// <summary>The first limit of what models may take that is reached; null when there is room for more.</summary>
    /// <param name="ahead">The most that all requests under way may take, and the next one.</param>
    internal StopReason? FirstSpentBy(Spending spent, Spending ahead) =>
        spent.Tokens >= Tokens || spent.Tokens + ahead.Tokens > Tokens ? StopReason.Tokens
        : spent.Requests >= Requests || spent.Requests + ahead.Requests > Requests ? StopReason.Requests
        : spent.Cost >= Cost || spent.Cost + ahead.Cost > Cost ? StopReason.Cost
        : null;
}
