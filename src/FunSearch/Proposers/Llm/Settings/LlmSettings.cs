namespace FunSearch.Proposers.Llm.Settings;

/// <summary>All that a configuration says of language models.</summary>
internal sealed record LlmSettings
{
    /// <summary>The models, in the order of the file.</summary>
    public IReadOnlyList<ModelSettings> Models { get; init; } = [];

    public EnsembleSettings Ensemble { get; init; } = new();

    public PromptSettings Prompts { get; init; } = new();
}
