using FunSearch.Accounts;
using FunSearch.App.Views;
using FunSearch.Evaluation;
using FunSearch.Proposers.Llm;
using FunSearch.Proposers.Llm.Prices;
using FunSearch.Proposers.Llm.Prompts;
using FunSearch.Runs;
using FunSearch.Search;
using FunSearch.Specifications;

namespace FunSearch.App.Reports;

/// <summary>What is known of a model before it is asked anything that costs: whether it is there, its price, and what a budget buys of it.</summary>
/// <param name="Trouble">Why it cannot be asked, as a sentence; null when nothing speaks against it.</param>
internal sealed record ModelOutlook(string Name, PriceQuote Price, string? Trouble, Forecast Forecast, Budget Budget)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The models of a choice; none for one that asks none.</summary>
    /// <exception cref="ProposerException">A key cannot be read, or a template is wrong.</exception>
    public static async Task<IReadOnlyList<ModelOutlook>> OfAsync(
        ProposerChoice? choice, Specification specification, Budget budget, CancellationToken cancellationToken)
    {
        if (choice is null || (await choice.KnowingAsync(specification, cancellationToken)).Models is not { } settings)
        {
            return [];
        }

        var writer = new PromptWriter(specification, settings.Prompts, AllowedTypes.InShort);
        var outlooks = new List<ModelOutlook>();
        foreach (var model in settings.Models)
        {
            var endpoint = ModelEndpoint.Parse(model.Address);
            var price = PriceQuote.Of(model, endpoint, endpoint.Model ?? "");
            var trouble = await ServedModels.TroubleAsync(endpoint, ModelKeys.For(model, endpoint), Patience, cancellationToken);

            // A text that is to be continued has no dialogue in which an answer could go back.
            var asked = endpoint.IsCompletion ? model with { Repairs = 0 } : model;
            outlooks.Add(new ModelOutlook(model.Name, price, trouble, Forecast.Of(writer.WriteFirst(endpoint.IsCompletion), asked, price, budget), budget));
        }

        return outlooks;
    }

    public IEnumerable<string> Lines() =>
    [
        $"model {Name}: {Trouble ?? "it is there"}",
        .. ForecastText.Lines(Forecast, Budget).Select(line => $"  {line}"),
    ];

    public ModelOutlookJson Json() => new(Name, Trouble, Price.Price?.Input, Price.Price?.Output, Forecast.PromptTokens, Forecast.Cost, Forecast.Samples);
}

/// <summary>The same for a script.</summary>
/// <param name="InputPrice">US dollars a million tokens; null where it is not known.</param>
/// <param name="PromptTokens">An estimate.</param>
/// <param name="SampleCost">US dollars that a sample costs at most; null where the price is not known.</param>
/// <param name="Samples">What the budget buys at least; null where that cannot be told.</param>
internal sealed record ModelOutlookJson(
    string Name, string? Trouble, decimal? InputPrice, decimal? OutputPrice, long PromptTokens, decimal? SampleCost, long? Samples);
