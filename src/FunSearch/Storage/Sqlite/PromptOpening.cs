using Dapper;
using Microsoft.Data.Sqlite;

namespace FunSearch.Storage.Sqlite;

/// <summary>What the prompts of a run begin with: the problem is told in each of them, and is stored once.</summary>
/// <remarks>
/// The second prompt of a run finds out what it has in common with the first. A later one that begins otherwise does so again,
/// so that after a few prompts the opening is what they all share.
/// </remarks>
internal static class PromptOpening
{
    // A shorter one is not worth its reference.
    private const int ShortestOpening = 200;

    public const string LatestSql = """
        SELECT opening.content AS opening, prompt.content AS rest
        FROM exchanges
        LEFT JOIN shared AS opening ON opening.id = exchanges.opening
        JOIN shared AS prompt ON prompt.id = exchanges.prompt
        WHERE run = @run ORDER BY line DESC LIMIT 1
        """;

    /// <summary>The opening and the rest; together they are the prompt. The opening is null where there is none.</summary>
    public static (string? Opening, string Remainder) Split(SqliteConnection connection, long run, string prompt)
    {
        var length = LengthIn(prompt, connection.QuerySingleOrDefault<Latest>(LatestSql, new { run }));
        if (length > 0 && char.IsHighSurrogate(prompt[length - 1]))
        {
            // Half a character is none.
            length--;
        }

        return length < ShortestOpening ? (null, prompt) : (prompt[..length], prompt[length..]);
    }

    private static int LengthIn(string prompt, Latest? latest)
    {
        if (latest is null)
        {
            return 0;
        }

        var opening = latest.Opening is null ? "" : Compression.DecompressText(latest.Opening);
        return opening.Length > 0 && prompt.StartsWith(opening, StringComparison.Ordinal)
            ? opening.Length
            : prompt.AsSpan().CommonPrefixLength(opening + Compression.DecompressText(latest.Rest));
    }

    private sealed record Latest
    {
        public byte[]? Opening { get; init; }

        public byte[] Rest { get; init; } = [];
    }
}
