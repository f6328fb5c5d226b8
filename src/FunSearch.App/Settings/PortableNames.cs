using FunSearch.Storage;

namespace FunSearch.App.Settings;

/// <summary>A run as it may be told to others: no name in it says where on this machine something lies.</summary>
internal static class PortableNames
{
    private const string Recorded = "recorded:";

    /// <param name="folder">Absolute. What lies below it is named relative to it, <c>./warehouse</c>; anything else by its last name alone.</param>
    public static RunConfiguration Of(RunConfiguration run, string folder) => run with
    {
        Problem = Of(run.Problem, folder),
        Proposer = run.Proposer.StartsWith(Recorded, StringComparison.Ordinal)
            ? Recorded + Of(run.Proposer[Recorded.Length..], folder)
            : run.Proposer,
        Data = run.Data is { } data
            ? data with { Files = data.Files.ToDictionary(file => file.Key, file => Of(file.Value, folder)) }
            : null,
    };

    // A problem that is no built-in one has a path, and a path begins with a dot.
    private static string Of(string name, string folder)
    {
        if (!Path.IsPathRooted(name))
        {
            return name;
        }

        var relative = Path.GetRelativePath(folder, name);
        var isBelow = relative != "." && !relative.StartsWith("..", StringComparison.Ordinal) && !Path.IsPathRooted(relative);
        return $"./{(isBelow ? relative.Replace(Path.DirectorySeparatorChar, '/') : Path.GetFileName(name.TrimEnd(Path.DirectorySeparatorChar)))}";
    }
}
