using Dapper;
using Microsoft.Data.Sqlite;

namespace FunSearch.Storage.Sqlite;

/// <summary>Takes whole runs out of a store: all at once out of sight, and then away, a few rows at a time, so that nobody who writes has
/// to wait for long.</summary>
internal static class RunRemoval
{
    /// <summary>Rows that one transaction deletes at most.</summary>
    public const int RowsAtOnce = 2_000;

    // Whatever has columns 'run' and 'line'.
    private static readonly string[] _tables = ["proposals", "exchanges", "outcomes", "verifications", "resets"];

    /// <summary>Drops runs, all or none: nobody sees them any more, and none that follows is given their numbers.</summary>
    public static int Drop(SqliteConnection connection, IReadOnlyList<long> runs)
    {
        using var transaction = connection.BeginTransaction();
        connection.Execute("DELETE FROM outcome_counts WHERE run IN @runs", new { runs });
        connection.Execute("DELETE FROM runs WHERE id IN @runs", new { runs });
        transaction.Commit();
        return runs.Count;
    }

    /// <summary>Deletes what is left of dropped runs, also of those whose deletion was broken off, and what no other run shares with
    /// them: a transaction a step, as long as somebody asks for the next.</summary>
    /// <returns>Rows that each step deleted.</returns>
    public static IEnumerable<int> Purge(SqliteConnection connection) => _tables.SelectMany(table => Rows(connection, table))
        .Concat(Sweep.Run(connection, "shared", SharedTable.Holders))
        .Concat(Sweep.Run(connection, "names", NameTable.Holders));

    private static IEnumerable<int> Rows(SqliteConnection connection, string table)
    {
        var sql = $"DELETE FROM {table} WHERE run = @run AND line IN (SELECT line FROM {table} WHERE run = @run LIMIT {RowsAtOnce})";
        foreach (var run in connection.Query<long>($"SELECT DISTINCT run FROM {table} WHERE run NOT IN (SELECT id FROM runs)").AsList())
        {
            while (connection.Execute(sql, new { run }) is > 0 and var rows)
            {
                yield return rows;
            }
        }
    }
}
