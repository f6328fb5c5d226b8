namespace FunSearch.Accounts;

/// <summary>One request to a language model and its answer, in full.</summary>
/// <param name="InputTokens">As the server counted them; 0 when it did not tell.</param>
/// <param name="OutputTokens">As the server counted them; 0 when it did not tell.</param>
public sealed record Exchange(string Model, string Prompt, string Answer, long InputTokens, long OutputTokens)
{
    /// <summary>True where the server did not tell all tokens, as of an answer that was cut: they are then estimated, rounded up.</summary>
    public bool IsEstimated { get; init; }

    /// <summary>What it cost, in US dollars; null where no price is known.</summary>
    public decimal? Cost { get; init; }

    /// <summary>0 for the answer to a prompt, 1 and so on for repairs: then <see cref="Prompt"/> is what was said last in the same dialogue.</summary>
    public int Turn { get; init; }

    /// <summary>What the model was asked for, such as <c>simplify</c>; null where it was simply asked for a better version.</summary>
    public string? Intent { get; init; }

    /// <summary>Wall time of the request.</summary>
    public TimeSpan Elapsed { get; init; }
}
