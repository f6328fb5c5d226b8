namespace FunSearch;

/// <summary>Marks a method that makes the inputs of a split, with or without a <c>string variant</c> parameter.</summary>
/// <remarks>While it runs, the current directory is the specification's folder. It must make the same inputs every time.</remarks>
/// <param name="split"><c>train</c> (what the search learns from), <c>validation</c> (picks the champion) or <c>test</c> (read for reports only).</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class InputsAttribute(string split) : Attribute
{
    /// <summary>The split: <c>train</c>, <c>validation</c> or <c>test</c>.</summary>
    public string Split { get; } = split;
}

/// <summary>Marks the method (absolute path) → inputs that reads a user's own file. A bad row is an exception that names file and line.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DataAttribute : Attribute;

/// <summary>Names the variants of a problem, the first being the default. A specification may accept more than it lists.</summary>
/// <param name="names">What may stand after the colon, as in <c>warehouse:large</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class VariantsAttribute(params string[] names) : Attribute
{
    /// <summary>The listed variants, the default first.</summary>
    public IReadOnlyList<string> Names { get; } = names;
}
