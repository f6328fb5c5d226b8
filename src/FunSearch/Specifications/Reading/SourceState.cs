namespace FunSearch.Specifications.Reading;

/// <summary>Tells one state of a specification from another, by the names and contents of its files.</summary>
/// <param name="Hash">SHA-256 over all parts, hexadecimal. It alone says whether two states are the same.</param>
/// <param name="Parts">Names of the parts, each with the beginning of its own hash: enough to name what has changed. In a folder of many
/// files they stand for whole sub-folders (<c>days/</c>) and kinds of files (<c>*.csv</c>).</param>
internal sealed record SourceState(string Hash, IReadOnlyDictionary<string, string> Parts)
{
    // It is stored with every run.
    private const int MostParts = 100;
    private const int Digits = 16;

    private static readonly Func<string, string>[] Coarser = [name => name, FolderOrKind, _ => "files"];

    /// <param name="parts">What counts, by name and hash of its content, in any order; a name may come twice.</param>
    public static SourceState Of(IEnumerable<(string Name, string Hash)> parts)
    {
        var all = parts.OrderBy(part => part.Name, StringComparer.Ordinal).ThenBy(part => part.Hash, StringComparer.Ordinal).ToList();
        return new SourceState(HashOf(all), Coarser.Select(coarser => Grouped(all, coarser)).First(grouped => grouped.Count <= MostParts));
    }

    /// <summary>The first part, by name, that is not what it was, in words; null when no part tells a difference.</summary>
    public static string? FirstChange(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> now) =>
        before.Keys.Union(now.Keys).Order(StringComparer.Ordinal)
            .Select(name => (before.GetValueOrDefault(name), now.GetValueOrDefault(name)) switch
            {
                (null, _) => $"'{name}' was not there",
                (_, null) => $"'{name}' is gone",
                var (old, current) => old == current ? null : $"'{name}' has changed",
            })
            .FirstOrDefault(change => change is not null);

    private static Dictionary<string, string> Grouped(IEnumerable<(string Name, string Hash)> parts, Func<string, string> coarser) => parts
        .GroupBy(part => coarser(part.Name))
        .ToDictionary(group => group.Key, group => (group.Count() == 1 ? group.Single().Hash : HashOf(group))[..Digits]);

    private static string FolderOrKind(string name) =>
        name.IndexOf('/') is > 0 and var end ? name[..(end + 1)] : $"*{Path.GetExtension(name)}";

    private static string HashOf(IEnumerable<(string Name, string Hash)> parts) =>
        ContentHash.OfText(string.Concat(parts.Select(part => $"{part.Name}\0{part.Hash}\n")));
}
