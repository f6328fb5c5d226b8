using FunSearch.Proposers.Llm.Prices;
using FunSearch.Proposers.Llm.Settings;

namespace FunSearch.Proposers.Llm.Trials;

/// <summary>What one cheap call told of a model.</summary>
internal sealed record Trial(ModelSettings Settings)
{
    /// <summary>Why there is no answer, in sentences; null where there is one.</summary>
    public string? Failure { get; init; }

    /// <summary>Null where a server did not even say which model it has.</summary>
    public PriceQuote? Price { get; init; }

    /// <summary>From the request to the first word of its answer; null where answers are not read as they are written.</summary>
    public TimeSpan? FirstWord { get; init; }

    /// <summary>From the request to the end of its answer.</summary>
    public TimeSpan? Whole { get; init; }

    /// <summary>As the server counted them; null where it did not tell.</summary>
    public long? InputTokens { get; init; }

    /// <summary>As the server counted them; null where it did not tell.</summary>
    public long? OutputTokens { get; init; }

    /// <summary>What the server takes no notice of, a sentence or two each.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>What the call cost, in US dollars; null where it is not known, and never 0 for that.</summary>
    public decimal? Cost =>
        Price?.Price is { Input: 0, Output: 0 } ? 0
        : InputTokens is { } input && OutputTokens is { } output ? Price?.CostOf(input, output)
        : null;
}
