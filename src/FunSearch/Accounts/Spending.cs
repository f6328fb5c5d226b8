namespace FunSearch.Accounts;

/// <summary>What language models have taken, or may take.</summary>
/// <param name="Requests">Answered, failed and broken off ones, repairs among them.</param>
/// <param name="Tokens">In and out; estimates where a server did not tell.</param>
/// <param name="Cost">US dollars for all requests of which the price is known.</param>
/// <param name="Unpriced">Requests of which no price is known: with any, <paramref name="Cost"/> is not the whole.</param>
public sealed record Spending(long Requests, long Tokens, decimal Cost, long Unpriced = 0)
{
    public static readonly Spending None = new(0, 0, 0);

    public static Spending operator +(Spending a, Spending b) => new(a.Requests + b.Requests, a.Tokens + b.Tokens, a.Cost + b.Cost, a.Unpriced + b.Unpriced);

    public static Spending operator *(int times, Spending spending) =>
        new(times * spending.Requests, times * spending.Tokens, times * spending.Cost, times * spending.Unpriced);

    /// <summary>What one exchange took.</summary>
    public static Spending Of(Exchange exchange) =>
        new(1, exchange.InputTokens + exchange.OutputTokens, exchange.Cost ?? 0, exchange.Cost is null ? 1 : 0);
}
