namespace FunSearch.Proposers.Llm.Settings;

/// <summary>What a model's tokens cost, in US dollars a million.</summary>
internal sealed record Price(
    [property: Key("What the tokens of a prompt cost.", IsRequired = true, Unit = "US dollars a million", Least = 0, Most = Price.Most)] decimal Input,
    [property: Key("What the tokens of an answer cost, those that a model thinks in among them.", IsRequired = true, Unit = "US dollars a million", Least = 0, Most = Price.Most)] decimal Output)
{
    // Above it a sum of many answers might overflow.
    internal const double Most = 1_000_000;

    private const decimal Million = 1_000_000;

    /// <summary>What an exchange costs, in US dollars. Tokens that a provider takes from its cache count as all others: the true cost may be less.</summary>
    public decimal Of(long inputTokens, long outputTokens) => ((Input * inputTokens) + (Output * outputTokens)) / Million;
}
