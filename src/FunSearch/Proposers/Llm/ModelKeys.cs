using FunSearch.Proposers.Llm.Settings;
using FunSearch.Search;

namespace FunSearch.Proposers.Llm;

/// <summary>Finds the key that a model is asked with.</summary>
internal static class ModelKeys
{
    /// <summary>From the file or the variable that the settings name, else from the endpoint's usual variables; null where none is set.</summary>
    /// <exception cref="ProposerException">The settings name a variable that is not set, or a file that cannot be read.</exception>
    public static ApiKey? For(ModelSettings settings, ModelEndpoint endpoint) =>
        settings.KeyFile is { } file ? ApiKey.FromFile(file)
        : settings.KeyVariable is { } variable
            ? ApiKey.In([variable]) ?? throw new ProposerException($"The key of {settings.Name} is in {variable}, which is not set. Set it, or {variable}_FILE to a file that holds it.")
        : ApiKey.In(endpoint.KeyVariables);
}
