using System.Text.RegularExpressions;

namespace FunSearch.Proposers.Llm.Settings.Reading;

/// <summary>Where somebody may have written a key into the configuration, which is then neither taken nor repeated.</summary>
internal static partial class Secrets
{
    public const string Mend = "A key never stands in this file: name the variable that holds it in keyVariable, or the file in keyFile.";

    private static readonly string[] Names = ["key", "apikey", "token", "apitoken", "accesstoken", "authtoken", "secret", "password", "authorization", "bearer"];

    /// <summary>True for <c>apiKey</c>, <c>api_key</c>, <c>Authorization</c> and the like.</summary>
    public static bool IsName(string key) => Names.Contains(NoLetter().Replace(key, "").ToLowerInvariant());

    /// <summary>True for what an environment variable may be called; a pasted key mostly is not.</summary>
    public static bool IsVariable(string text) => Variable().IsMatch(text);

    [GeneratedRegex("[^A-Za-z]")]
    private static partial Regex NoLetter();

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_]*\z")]
    private static partial Regex Variable();
}
