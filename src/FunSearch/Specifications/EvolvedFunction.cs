namespace FunSearch.Specifications;

/// <summary>A parameter of the evolved function, as the specification writes it.</summary>
/// <param name="Type">The type's text, for instance <c>double</c> or <c>ReadOnlySpan&lt;int&gt;</c>.</param>
public sealed record Parameter(string Type, string Name)
{
    /// <summary>What may be read of a record, each with its type's text; empty for any other type.</summary>
    public IReadOnlyList<Parameter> Members { get; init; } = [];
}

/// <summary>The function that is searched: everything but its body.</summary>
/// <param name="Documentation">Its XML documentation as written, one <c>///</c> a line; empty when it has none.</param>
public sealed record EvolvedFunction(string Name, string ReturnType, IReadOnlyList<Parameter> Parameters, string Documentation)
{
    /// <summary>The header in C# under another name: <c>public static double Priority_v1(double item)</c>.</summary>
    public string HeaderAs(string name) =>
        $"public static {ReturnType} {name}({string.Join(", ", Parameters.Select(parameter => $"{parameter.Type} {parameter.Name}"))})";
}
