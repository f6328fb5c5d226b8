namespace FunSearch.Specifications;

/// <summary>What somebody may have meant to type.</summary>
internal static class Nearest
{
    /// <summary>The word at the least number of changed, added and dropped letters; null when more than a third would change, and the
    /// one is not the beginning of the other either.</summary>
    public static string? To(string typed, IEnumerable<string> words)
    {
        var nearest = First(typed, words).FirstOrDefault();
        return nearest is not null && (IsLike(typed, nearest) || Begins(typed, nearest) || Begins(nearest, typed)) ? nearest : null;
    }

    /// <summary>All of the words, the most alike first; those that are equally alike in their own order.</summary>
    public static IEnumerable<string> First(string typed, IEnumerable<string> words) => words.OrderBy(word => Distance(typed, word));

    private static bool IsLike(string typed, string word) => Distance(typed, word) <= Math.Max(typed.Length, word.Length) / 3.0;

    private static bool Begins(string start, string word) => start.Length >= 3 && word.StartsWith(start, StringComparison.OrdinalIgnoreCase);

    // Levenshtein's, one row at a time.
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = diagonal + (char.ToLowerInvariant(from[i - 1]) == char.ToLowerInvariant(to[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[to.Length];
    }
}
