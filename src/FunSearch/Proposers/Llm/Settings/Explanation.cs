namespace FunSearch.Proposers.Llm.Settings;

/// <summary>The configuration file explained: every key that there is, and a file that holds them all.</summary>
internal static class Explanation
{
    /// <summary>A configuration file to start from.</summary>
    public static string Example { get; } = ReadExample();

    /// <summary>Objects before what is in them.</summary>
    public static IReadOnlyList<ExplainedKey> Keys { get; } = [.. KeysOf(SettingsObject.Of(typeof(LlmSettings)), path: "")];

    private static IEnumerable<ExplainedKey> KeysOf(SettingsObject described, string path) => described.Keys.SelectMany(key =>
    {
        var name = $"{path}{key.Name}{(key.Object is not null && key.IsList ? "[]" : "")}";
        var explained = new ExplainedKey(name, key.Key.Meaning, Kinds.Of(key), key.Key.IsRequired ? null : Kinds.Default(key), key.TakesNull ? key.Key.Without : null);
        return key.Object is { } inner ? KeysOf(inner, $"{name}.").Prepend(explained) : [explained];
    });

    private static string ReadExample()
    {
        using var reader = new StreamReader(typeof(Explanation).Assembly.GetManifestResourceStream("configuration-example.json")!);
        return reader.ReadToEnd();
    }
}

/// <summary>A key as people read of it.</summary>
/// <param name="Name">With where it stands: <c>models[].price.input</c>.</param>
/// <param name="Kind">What it may be.</param>
/// <param name="Default">As the file would say it; null for a key that the file cannot do without.</param>
/// <param name="Without">What null stands for; null for a key that does not take it.</param>
internal sealed record ExplainedKey(string Name, string Meaning, string Kind, string? Default, string? Without);
