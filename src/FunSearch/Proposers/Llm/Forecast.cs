using System.Text;
using FunSearch.Accounts;
using FunSearch.Proposers.Llm.Prices;
using FunSearch.Proposers.Llm.Settings;

namespace FunSearch.Proposers.Llm;

/// <summary>What a budget buys of a model, before any request: told from what a sample takes at most, so that no search gets fewer.</summary>
/// <param name="PromptTokens">Of a prompt, as an estimate.</param>
/// <param name="AnswerTokens">The most that an answer may have.</param>
/// <param name="Requests">The most that a sample takes: its prompt, and its repairs.</param>
/// <param name="Tokens">The most that a sample takes, in and out.</param>
/// <param name="Cost">The most that a sample costs, in US dollars; null where the price is unknown.</param>
/// <param name="Limit">The limit of the budget that is reached first; null where none can be foreseen, as for time.</param>
/// <param name="Samples">At least so many until then; null where none can be foreseen.</param>
internal sealed record Forecast(long PromptTokens, int AnswerTokens, int Requests, long Tokens, decimal? Cost, StopReason? Limit, long? Samples)
{
    private const int BytesOfAToken = 3;

    // Some lines of the compiler's, and the words around them.
    private const int TokensOfDiagnostics = 500;

    /// <param name="prompt">The whole of what a request says.</param>
    public static Forecast Of(string prompt, ModelSettings settings, PriceQuote price, Budget budget)
    {
        var promptTokens = TokensOf(prompt);
        var (requests, answer) = (1 + settings.Repairs, (long)settings.MaxOutputTokens);

        // A repair says again all that was said before it.
        var input = (requests * promptTokens) + (settings.Repairs * requests / 2 * (answer + TokensOfDiagnostics));
        var output = requests * answer;
        var cost = price.CostOf(input, output);
        var (limit, samples) = First(budget, requests, input + output, cost);
        return new Forecast(promptTokens, settings.MaxOutputTokens, requests, input + output, cost, limit, samples);
    }

    /// <summary>About how many tokens a text has: a third of its bytes, rounded up. Code has somewhat fewer, numbers have more.</summary>
    public static long TokensOf(string text) => (Encoding.UTF8.GetByteCount(text) + BytesOfAToken - 1) / BytesOfAToken;

    private static (StopReason? Limit, long? Samples) First(Budget budget, int requests, long tokens, decimal? cost)
    {
        var limits = new (StopReason Limit, long? Samples)[]
        {
            (StopReason.Samples, budget.Samples),
            (StopReason.Requests, budget.Requests / requests),
            (StopReason.Tokens, budget.Tokens / tokens),
            (StopReason.Cost, cost > 0 ? WholePart(budget.Cost / cost) : null),
        };
        return limits.Where(limit => limit.Samples is not null).Select(limit => ((StopReason?)limit.Limit, limit.Samples))
            .DefaultIfEmpty().MinBy(limit => limit.Samples);
    }

    private static long? WholePart(decimal? number) => number is { } real ? (long)Math.Min(Math.Floor(real), long.MaxValue) : null;
}
