using System.Globalization;

namespace FunSearch.Proposers.Answers;

/// <summary>The names that a prompt gives the evolved function: <c>Priority_v0</c>, <c>Priority_v1</c>, and the one it leaves open.</summary>
/// <remarks>Letter case does not count: models write <c>priority_v2</c> as well.</remarks>
/// <param name="Name">The function's own name.</param>
/// <param name="OpenVersion">The version whose header the prompt leaves open.</param>
internal sealed record VersionedName(string Name, int OpenVersion)
{
    /// <summary>The name that the prompt leaves open.</summary>
    public string Open { get; } = $"{Name}_v{OpenVersion}";

    /// <summary>True for the function's own name, without a version.</summary>
    public bool IsPlain(string identifier) => identifier.Equals(Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The version in a name such as <c>Priority_v1</c>; null when the identifier is none of these names.</summary>
    public int? VersionOf(string identifier) =>
        identifier.StartsWith($"{Name}_v", StringComparison.OrdinalIgnoreCase)
        && int.TryParse(identifier.AsSpan(Name.Length + 2), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : null;
}
