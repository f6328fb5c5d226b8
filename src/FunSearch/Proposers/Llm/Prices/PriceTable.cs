using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using FunSearch.Proposers.Llm.Settings;

namespace FunSearch.Proposers.Llm.Prices;

/// <summary>What the models of known providers cost, as their own pages said on a day. It is small rather than guessed, and a configuration
/// overrides it.</summary>
/// <param name="Date">When it was last gone through.</param>
internal sealed partial record PriceTable(DateOnly Date, IReadOnlyList<ListedPrice> Prices)
{
    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The table that comes with this version.</summary>
    public static PriceTable Shipped { get; } = Read();

    /// <summary>The price of a model, or of the model that it is a dated version of: <c>gpt-5-mini-2025-08-07</c> costs what
    /// <c>gpt-5-mini</c> does. <c>gpt-5-pro</c> is another model than <c>gpt-5</c>, and null when it is not listed itself.</summary>
    public ListedPrice? Find(string provider, string model) =>
        Prices.FirstOrDefault(price => price.Provider == provider && IsVersionOf(model, price.Model));

    /// <summary>True for a model itself, and for a dated version of it.</summary>
    public static bool IsVersionOf(string model, string name) =>
        model.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (model.Length == name.Length || Version().IsMatch(model[name.Length..]));

    private static PriceTable Read()
    {
        using var json = typeof(PriceTable).Assembly.GetManifestResourceStream("prices.json")!;
        return JsonSerializer.Deserialize<PriceTable>(json, Strict)!;
    }

    [GeneratedRegex(@"\A-(\d{4}-\d{2}-\d{2}|\d{8}|latest)\z")]
    private static partial Regex Version();
}

/// <summary>One line of the table.</summary>
/// <param name="Input">US dollars a million tokens.</param>
/// <param name="Output">US dollars a million tokens.</param>
/// <param name="Read">When the page said so.</param>
/// <param name="Source">The provider's own page.</param>
/// <param name="Note">Under which condition; where there are several prices, which of them.</param>
internal sealed record ListedPrice(string Provider, string Model, decimal Input, decimal Output, DateOnly Read, Uri Source, string? Note = null)
{
    [JsonIgnore]
    public Price Price => new(Input, Output);
}
