using System.Text.RegularExpressions;

namespace FunSearch.Runs;

/// <summary>Names for runs that were given none: short enough to type.</summary>
internal static partial class RunNames
{
    /// <summary>The first free name of its kind: <c>warehouse-large-3</c>.</summary>
    /// <param name="title">The problem with its variant; of a path the last part counts.</param>
    public static string Next(string title, IReadOnlyList<string> taken)
    {
        var last = title.TrimEnd('/').Split('/')[^1].Replace(".cs", "", StringComparison.OrdinalIgnoreCase);
        var stem = Unsafe().Replace(last, "-").Trim('-', '.', '_');
        stem = stem.Length == 0 ? "run" : stem[..Math.Min(stem.Length, 60)];
        var names = taken.ToHashSet();
        var number = 1;
        while (names.Contains($"{stem}-{number}"))
        {
            number++;
        }

        return $"{stem}-{number}";
    }

    [GeneratedRegex("[^A-Za-z0-9._-]+")]
    private static partial Regex Unsafe();
}
