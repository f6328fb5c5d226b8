using FunSearch.Proposers.Llm.Settings;

namespace FunSearch.Proposers.Llm.Prices;

/// <summary>What a model costs, and who says so.</summary>
/// <param name="Price">Null when nobody knows: then no cost is told, and never 0.</param>
/// <param name="Listed">The line of the shipped table that it comes from.</param>
internal sealed record PriceQuote(Price? Price, PriceOrigin Origin, ListedPrice? Listed = null)
{
    private static readonly Price Nothing = new(0, 0);

    /// <summary>The configuration's price; else that of the shipped table; else nothing for a server on this machine.</summary>
    /// <param name="model">Its name at the endpoint, which may be the only one that the endpoint has.</param>
    public static PriceQuote Of(ModelSettings settings, ModelEndpoint endpoint, string model) =>
        settings.Price is { } own ? new PriceQuote(own, PriceOrigin.Configuration)
        : endpoint.Provider is { } provider && PriceTable.Shipped.Find(provider.Name, model) is { } listed ? new PriceQuote(listed.Price, PriceOrigin.Table, listed)
        : IsLocal(endpoint) ? new PriceQuote(Nothing, PriceOrigin.Local)
        : new PriceQuote(Price: null, PriceOrigin.Unknown);

    /// <summary>In US dollars; null when the price is not known.</summary>
    public decimal? CostOf(long inputTokens, long outputTokens) => Price?.Of(inputTokens, outputTokens);

    // A hosted provider behind a proxy on this machine still sends its bill.
    private static bool IsLocal(ModelEndpoint endpoint) => endpoint.Address.IsLoopback && endpoint.Provider is not { NeedsKey: true };
}

/// <summary>Who says what a model costs.</summary>
internal enum PriceOrigin
{
    /// <summary>Nobody.</summary>
    Unknown,

    /// <summary>The configuration.</summary>
    Configuration,

    /// <summary><see cref="PriceTable.Shipped"/>.</summary>
    Table,

    /// <summary>It is a server on this machine: the electricity is its owner's.</summary>
    Local,
}
