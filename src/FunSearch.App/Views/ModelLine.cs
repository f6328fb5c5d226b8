using System.Globalization;
using FunSearch.Proposers.Llm;
using FunSearch.Proposers.Llm.Prices;
using FunSearch.Proposers.Llm.Settings;
using FunSearch.Search;

namespace FunSearch.App.Views;

/// <summary>Which language models a run asks, and at what price.</summary>
internal static class ModelLine
{
    /// <summary>Null for a run that asks none, and for one whose settings are not to be read here.</summary>
    /// <param name="models">The run's settings, as they are stored.</param>
    public static string? Of(string? models)
    {
        try
        {
            return models is null ? null
                : LlmSettings.FromJson(models).Models is var all && all.Count == 1 ? $"model: {Tell(all[0])}"
                : $"models: {string.Join(" · ", all.Select(Tell))}";
        }
        catch (ProposerException)
        {
            // What a later version has written is still to be listed and shown.
            return null;
        }
    }

    private static string Tell(ModelSettings settings)
    {
        var endpoint = ModelEndpoint.Parse(settings.Address);
        var quote = PriceQuote.Of(settings, endpoint, endpoint.Model ?? "");
        return $"{settings.Name}, {quote.Origin switch
        {
            PriceOrigin.Local => "on this machine",
            PriceOrigin.Unknown => "price unknown",
            _ => string.Create(CultureInfo.InvariantCulture, $"${quote.Price!.Input:0.00##} and ${quote.Price.Output:0.00##} a million tokens in and out")
                + (quote.Listed is { } listed ? $" (read {listed.Read:yyyy-MM-dd})" : ""),
        }}";
    }
}
