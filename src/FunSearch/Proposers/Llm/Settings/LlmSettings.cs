using System.Text.Json;
using System.Text.Json.Serialization;
using FunSearch.Search;

namespace FunSearch.Proposers.Llm.Settings;

/// <summary>All that a configuration says of language models. Stored with a run, without any key.</summary>
internal sealed record LlmSettings
{
    /// <summary>As in the configuration file. What is left out has its default; what nobody knows, and a price that is half told, is an error.</summary>
    internal static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    [Key("The models, in any order. --proposer takes one of them by its name, or several: ensemble, mix.", Thing = "a model")]
    public IReadOnlyList<ModelSettings> Models { get; init; } = [];

    [Key("How several models share the prompts.", Thing = "the ensemble")]
    public EnsembleSettings Ensemble { get; init; } = new();

    [Key("What models are told.", Thing = "the prompts")]
    public PromptSettings Prompts { get; init; } = new();

    /// <summary>As they are stored with a run: in one line, with the texts of the prompt files in them.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Strict);

    /// <summary>Reads what <see cref="ToJson"/> of this version or an earlier one has written.</summary>
    /// <exception cref="ProposerException">A later version has written it: to leave out what it says would be another search.</exception>
    public static LlmSettings FromJson(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<LlmSettings>(json, Strict)!;
        }
        catch (JsonException exception)
        {
            throw new ProposerException(
                $"The stored settings of the language models hold something that this version does not know{Place(exception.Path)}. "
                + "A later version wrote them: go on with that one.");
        }
    }

    private static string Place(string? path) => path is null or "$" ? "" : $", at {path.TrimStart('$', '.')}";
}
