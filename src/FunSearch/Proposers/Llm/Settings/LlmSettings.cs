namespace FunSearch.Proposers.Llm.Settings;

/// <summary>All that a configuration says of language models. Stored with a run, without any key.</summary>
internal sealed record LlmSettings
{
    [Key("The models, in any order. --proposer takes one of them by its name, or several: ensemble, mix.", Thing = "a model")]
    public IReadOnlyList<ModelSettings> Models { get; init; } = [];

    [Key("How several models share the prompts.", Thing = "the ensemble")]
    public EnsembleSettings Ensemble { get; init; } = new();

    [Key("What models are told.", Thing = "the prompts")]
    public PromptSettings Prompts { get; init; } = new();
}
