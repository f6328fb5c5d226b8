using Dapper;
using Microsoft.Data.Sqlite;

namespace FunSearch.Storage.Sqlite;

/// <summary>Lines of descent, each read by one query that goes from parent to parent: no table is read as a whole.</summary>
internal static class Lineage
{
    // A parent is older than its child, so ids are the order of the line; and UNION ends a circle, should a damaged store hold one.
    public const string SelectSql = """
        WITH RECURSIVE line (id) AS (
            SELECT @id
            UNION
            SELECT forebear(parents, edited)
            FROM line
            JOIN proposals ON proposals.run = @run AND proposals.id = line.id
        )
        SELECT proposals.id, origin.name AS origin, edited IS NOT NULL AS isEdit,
               kind, shared.content AS scores, duplicate_of AS duplicateOf, detail
        FROM line
        CROSS JOIN proposals ON proposals.run = @run AND proposals.id = line.id
        LEFT JOIN names AS origin ON origin.id = proposals.origin
        LEFT JOIN outcomes ON outcomes.run = @run AND outcomes.id = line.id
        LEFT JOIN shared ON shared.id = outcomes.scores
        ORDER BY line.id
        """;

    /// <summary>From the first program to this one.</summary>
    public static IReadOnlyList<LineageStep> Read(SqliteConnection connection, long run, long id)
    {
        connection.CreateFunction<byte[], long?, long?>("forebear", Forebear, isDeterministic: true);
        return [.. connection.Query<Row>(SelectSql, new { run, id }).Select(row => row.Restore())];
    }

    /// <summary>The parent that a program goes back to: the one that was edited; the best, which stands last, where its author read all.</summary>
    private static long? Forebear(byte[] parents, long? edited) =>
        Varints.Decode(parents) is { Count: > 0 } ids ? ids[(int)(edited ?? ids.Count - 1)] : null;

    private sealed record Row
    {
        public long Id { get; init; }

        public string Origin { get; init; } = "";

        public long IsEdit { get; init; }

        public long? Kind { get; init; }

        public byte[]? Scores { get; init; }

        public long? DuplicateOf { get; init; }

        public string? Detail { get; init; }

        public LineageStep Restore() => new(
            Id, Origin, IsEdit != 0, Kind is { } kind ? new StoredOutcome(kind, Scores, DuplicateOf, Detail).Restore() : null);
    }
}
