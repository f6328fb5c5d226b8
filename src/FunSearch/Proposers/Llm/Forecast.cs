using FunSearch.Accounts;
using FunSearch.Proposers.Llm.Prices;
using FunSearch.Proposers.Llm.Settings;

namespace FunSearch.Proposers.Llm;

/// <summary>What a budget buys of a model, before any request: told from what a sample takes at most, so that no search gets fewer.</summary>
/// <param name="PromptTokens">Of a prompt, as an estimate.</param>
/// <param name="AnswerTokens">The most that an answer may have.</param>
/// <param name="Tokens">The most that a sample takes, in and out. A sample is one request; a repair is another.</param>
/// <param name="Cost">The most that a sample costs, in US dollars; null where the price is unknown.</param>
/// <param name="Limit">The limit of the budget that is reached first; null where none can be foreseen, as for time.</param>
/// <param name="Samples">At least so many until then; null where none can be foreseen.</param>
internal sealed record Forecast(long PromptTokens, int AnswerTokens, long Tokens, decimal? Cost, StopReason? Limit, long? Samples)
{
    // Some lines of the compiler's, and the words around them.
    private const int TokensOfDiagnostics = 500;

    /// <param name="prompt">The whole of what a request says.</param>
    public static Forecast Of(string prompt, ModelSettings settings, PriceQuote price, Budget budget)
    {
        var promptTokens = TokenEstimate.Of(prompt);
        var input = InputOf(promptTokens, settings);
        var tokens = input + settings.MaxOutputTokens;
        var cost = price.CostOf(input, settings.MaxOutputTokens);
        var (limit, samples) = First(budget, tokens, cost);
        return new Forecast(promptTokens, settings.MaxOutputTokens, tokens, cost, limit, samples);
    }

    /// <summary>The most that a request says: the last repair says again all that was said before it.</summary>
    public static long InputOf(long promptTokens, ModelSettings settings) =>
        promptTokens + (settings.Repairs * ((long)settings.MaxOutputTokens + TokensOfDiagnostics));

    private static (StopReason? Limit, long? Samples) First(Budget budget, long tokens, decimal? cost)
    {
        var limits = new (StopReason Limit, long? Samples)[]
        {
            (StopReason.Samples, budget.Samples),
            (StopReason.Requests, budget.Requests),
            (StopReason.Tokens, budget.Tokens / tokens),
            (StopReason.Cost, cost > 0 ? WholePart(budget.Cost / cost) : null),
        };
        return limits.Where(limit => limit.Samples is not null).Select(limit => ((StopReason?)limit.Limit, limit.Samples))
            .DefaultIfEmpty().MinBy(limit => limit.Samples);
    }

    private static long? WholePart(decimal? number) => number is { } real ? (long)Math.Min(Math.Floor(real), long.MaxValue) : null;
}
