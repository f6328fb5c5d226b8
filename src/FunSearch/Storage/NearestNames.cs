namespace FunSearch.Storage;

/// <summary>Which names a person may have meant.</summary>
internal static class NearestNames
{
    /// <summary>Up to <paramref name="count"/> names, the most alike first.</summary>
    public static IEnumerable<string> To(string typed, IEnumerable<string> names, int count) =>
        names.OrderBy(name => Distance(typed, name)).ThenBy(name => name, StringComparer.Ordinal).Take(count);

    // Levenshtein's distance, one row at a time.
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 0; i < from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i + 1;
            for (var j = 0; j < to.Length; j++)
            {
                var substituted = diagonal + (from[i] == to[j] ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(substituted, Math.Min(row[j], row[j + 1]) + 1);
            }
        }

        return row[^1];
    }
}
