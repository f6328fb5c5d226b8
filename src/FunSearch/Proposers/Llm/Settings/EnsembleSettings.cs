namespace FunSearch.Proposers.Llm.Settings;

/// <summary>How several models share the prompts.</summary>
internal sealed record EnsembleSettings
{
    /// <summary>By what the model of a prompt is chosen.</summary>
    /// <value>Default <see cref="ModelChoice.Yield"/>.</value>
    public ModelChoice Choose { get; init; } = ModelChoice.Yield;

    /// <summary>In <c>mix</c>, prompts in flight that the embedded proposer may hold besides those of the models.</summary>
    /// <value>Default 4.</value>
    public int EmbeddedAtOnce { get; init; } = 4;
}

/// <summary>By what the model of a prompt is chosen.</summary>
internal enum ModelChoice
{
    /// <summary>More often the one that improves more for its price and its time.</summary>
    Yield,

    /// <summary>By <see cref="ModelSettings.Weight"/>.</summary>
    Weights,
}
