using System.Text.RegularExpressions;
using FunSearch.Runs;

namespace FunSearch.App.Comparisons;

/// <summary>One of the ways to search that are compared.</summary>
/// <param name="Name">As tables call it.</param>
/// <param name="Apply">Turns a request into one that is searched this way.</param>
internal sealed partial record Setting(string Name, Func<SearchRequest, SearchRequest> Apply)
{
    /// <summary>In characters: names of runs end with them, and end somewhere themselves.</summary>
    public const int LongestSlug = 40;

    /// <summary>As the names of its runs have it.</summary>
    public string Slug { get; } = SlugOf(Name, LongestSlug);

    /// <summary>A text as a part of a run's name: letters, digits and hyphens.</summary>
    public static string SlugOf(string text, int longest)
    {
        var slug = Unsafe().Replace(text.ToLowerInvariant(), "-").Trim('-', '.', '_');
        return slug[..Math.Min(slug.Length, longest)].TrimEnd('-', '.', '_');
    }

    [GeneratedRegex("[^a-z0-9._]+")]
    private static partial Regex Unsafe();
}
