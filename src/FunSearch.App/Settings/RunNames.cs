using System.Text.RegularExpressions;

namespace FunSearch.App.Settings;

/// <summary>Names of runs: short enough to type, safe in a file's name.</summary>
internal static partial class RunNames
{
    /// <summary>What a name looks like, for messages.</summary>
    public const string Form = "up to 80 letters, digits, '.', '_' and '-', beginning with a letter or a digit, for example monday-2";

    public static bool IsValid(string name) => Name().IsMatch(name);

    /// <summary>The first free name of its kind: <c>warehouse-large-3</c>.</summary>
    /// <param name="title">The problem with its variant; of a path the last part counts.</param>
    public static string Next(string title, IReadOnlySet<string> taken)
    {
        var last = title.TrimEnd('/').Split('/')[^1].Replace(".cs", "", StringComparison.OrdinalIgnoreCase);
        var stem = Unsafe().Replace(last, "-").Trim('-', '.', '_');
        stem = stem.Length == 0 ? "run" : stem[..Math.Min(stem.Length, 60)];
        var number = 1;
        while (taken.Contains($"{stem}-{number}"))
        {
            number++;
        }

        return $"{stem}-{number}";
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$")]
    private static partial Regex Name();

    [GeneratedRegex("[^A-Za-z0-9._-]+")]
    private static partial Regex Unsafe();
}
