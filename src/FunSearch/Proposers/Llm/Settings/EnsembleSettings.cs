using System.Text.Json.Serialization;

namespace FunSearch.Proposers.Llm.Settings;

/// <summary>How several models share the prompts.</summary>
internal sealed record EnsembleSettings
{
    [Key("By what the model of a prompt is chosen. yield: more often the one that improves more for its price and its time. "
        + "weights: by each model's weight.")]
    public ModelChoice Choose { get; init; } = ModelChoice.Yield;

    [Key("In mix, prompts in flight that the embedded proposer may hold besides those of the models.", Unit = "prompts", Least = 0, Most = 1024)]
    public int EmbeddedAtOnce { get; init; } = 4;
}

/// <summary>By what the model of a prompt is chosen. Named in stored runs.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ModelChoice>))]
internal enum ModelChoice
{
    /// <summary>More often the one that improves more for its price and its time.</summary>
    [JsonStringEnumMemberName("yield")]
    Yield,

    /// <summary>By <see cref="ModelSettings.Weight"/>.</summary>
    [JsonStringEnumMemberName("weights")]
    Weights,
}
