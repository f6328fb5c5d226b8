using System.Text.Json;
using FunSearch.Proposers.Llm.Settings.Reading;

namespace FunSearch.Proposers.Llm.Settings;

/// <summary>What kind of value a key takes, in words.</summary>
internal static class Kinds
{
    private static readonly JsonSerializerOptions Camel = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary><c>a whole number, at least 1</c>.</summary>
    public static string Of(SettingsKey key) => $"{Plain(key)}{(key.Key.Range.Length > 0 ? $", {key.Key.Range}" : "")}{(key.TakesNull ? ", or null" : "")}";

    /// <summary>What it is when the file does not say, as the file would say it: <c>0.8</c>.</summary>
    public static string Default(SettingsKey key) =>
        key.Key.IsRequired ? "missing"
        : key.Object is not null && key.IsList ? "[]"
        : key.Object is not null && !key.TakesNull ? "its defaults"
        : key.Default is "" ? "its address"
        : key.Key.DefaultIsAll ? "all of them"
        : JsonSerializer.Serialize(key.Default, key.Property.PropertyType, Camel).Trim('"');

    /// <summary>True when a value that is not null is of the key's kind.</summary>
    public static bool Fits(LocatedJson json, SettingsKey key) => json.Kind switch
    {
        JsonValueKind.Array => key.IsList,
        JsonValueKind.Object => key.IsFree || (key.Object is not null && !key.IsList),
        JsonValueKind.Number => key.IsNumber,
        JsonValueKind.True or JsonValueKind.False => key.IsSwitch,
        _ => !key.IsList && !key.IsFree && key.Object is null && !key.IsNumber && !key.IsSwitch,
    };

    private static string Plain(SettingsKey key) =>
        key.IsList ? key.Object is null ? $"a list of {string.Join(", ", key.Words!)}" : $"a list, each {key.Key.Thing}"
        : key.IsFree ? "an object with any keys"
        : key.Object is not null ? "an object"
        : key.Words is { } words ? string.Join(" or ", words)
        : key.IsWhole ? "a whole number"
        : key.IsNumber ? "a number"
        : key.IsSwitch ? "true or false"
        : key.Key.IsFile ? "the path of a file"
        : "a text";
}
