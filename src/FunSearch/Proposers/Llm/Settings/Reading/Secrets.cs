using System.Text.RegularExpressions;

namespace FunSearch.Proposers.Llm.Settings.Reading;

/// <summary>Where somebody may have written a key into the configuration, which is then neither taken nor repeated.</summary>
internal static partial class Secrets
{
    public const string Mend = "A key never stands in this file: name the variable that holds it in keyVariable, or the file in keyFile.";

    private static readonly string[] Endings = ["key", "token", "secret", "password", "authorization", "bearer"];

    /// <summary>Fields of requests that end so and hold no secret.</summary>
    private static readonly string[] Harmless = ["promptcachekey", "bostoken", "eostoken", "padtoken", "stoptoken"];

    /// <summary>True for <c>apiKey</c>, <c>openai_api_key</c>, <c>Authorization</c> and the like; not for <c>max_tokens</c>.</summary>
    public static bool IsName(string key) =>
        NoLetter().Replace(key, "").ToLowerInvariant() is var name && Endings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal)) && !Harmless.Contains(name);

    /// <summary>True for what an environment variable is usually called, in capitals; a pasted key mostly is not, and would be shown and stored.</summary>
    public static bool IsVariable(string text) => Variable().IsMatch(text);

    [GeneratedRegex("[^A-Za-z]")]
    private static partial Regex NoLetter();

    [GeneratedRegex(@"\A[A-Z_][A-Z0-9_]*\z")]
    private static partial Regex Variable();
}
