using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace FunSearch.Proposers.Llm.Settings;

/// <summary>An object of the configuration file, as its record describes it.</summary>
/// <param name="Keys">In the order of the record.</param>
internal sealed record SettingsObject(IReadOnlyList<SettingsKey> Keys)
{
    private static readonly ConcurrentDictionary<Type, SettingsObject> Known = [];

    /// <summary>The object that a record stands for.</summary>
    public static SettingsObject Of(Type record) => Known.GetOrAdd(record, Describe);

    public SettingsKey? Find(string name) => Keys.FirstOrDefault(key => key.Name == name);

    /// <summary>The sentences of all numbers that are out of their range, by the names of the properties.</summary>
    public IEnumerable<string> Violations(object settings) => Keys.Where(key => key.IsNumber)
        .Select(key => (key, value: key.Property.GetValue(settings)))
        .Where(pair => pair.value is not null)
        .Select(pair => pair.key.Key.Violation(pair.key.Property.Name, Convert.ToDouble(pair.value, CultureInfo.InvariantCulture), $"{pair.value}"))
        .OfType<string>();

    private static SettingsObject Describe(Type record)
    {
        var usual = record.GetConstructor(Type.EmptyTypes) is { } create ? create.Invoke([]) : null;
        return new SettingsObject([.. record.GetProperties()
            .Select(property => (property, key: property.GetCustomAttribute<KeyAttribute>()))
            .Where(pair => pair.key is not null)
            .Select(pair => new SettingsKey(pair.property, pair.key!, usual is null ? null : pair.property.GetValue(usual)))]);
    }
}

/// <summary>A key of such an object.</summary>
/// <param name="Default">What it is when the file does not say; null for nothing.</param>
internal sealed record SettingsKey(PropertyInfo Property, KeyAttribute Key, object? Default)
{
    private static readonly NullabilityInfoContext Nullability = new();

    /// <summary>As it stands in the file.</summary>
    public string Name { get; } = JsonNamingPolicy.CamelCase.ConvertName(Property.Name);

    public bool TakesNull { get; } = IsNullable(Property);

    public bool IsList => Type != typeof(string) && Item is not null && !IsFree;

    /// <summary>True for an object with any keys.</summary>
    public bool IsFree => Type == typeof(IReadOnlyDictionary<string, JsonElement>);

    public bool IsSwitch => Type == typeof(bool);

    public bool IsWhole => Type == typeof(int);

    public bool IsNumber => IsWhole || Type == typeof(float) || Type == typeof(double) || Type == typeof(decimal);

    /// <summary>The object that it holds, or a list of which it holds; null for a plain value.</summary>
    public SettingsObject? Object => Key.Thing.Length > 0 ? SettingsObject.Of(IsList ? Item! : Type) : null;

    /// <summary>The words that it may be, or be a list of; null when it is no choice.</summary>
    public IReadOnlyList<string>? Words =>
        Type.IsEnum ? [.. Enum.GetNames(Type).Select(JsonNamingPolicy.CamelCase.ConvertName)]
        : Key.DefaultIsAll ? [.. (IEnumerable<string>)Default!]
        : null;

    private Type Type => Nullable.GetUnderlyingType(Property.PropertyType) ?? Property.PropertyType;

    private Type? Item => Type.IsGenericType ? Type.GetGenericArguments()[0] : null;

    private static bool IsNullable(PropertyInfo property)
    {
        // The context is not thread-safe.
        lock (Nullability)
        {
            return Nullability.Create(property).WriteState == NullabilityState.Nullable;
        }
    }
}
