using Dapper;
using Microsoft.Data.Sqlite;

namespace FunSearch.Storage.Sqlite;

/// <summary>Takes whole runs out of a store.</summary>
internal static class RunRemoval
{
    // Whatever has a column 'run'.
    private static readonly string[] _tables = ["proposals", "exchanges", "outcomes", "verifications", "resets", "outcome_counts"];

    /// <summary>Removes all rows of these runs, and what no other run shares with them: all of it or, when it fails, nothing.</summary>
    public static int Remove(SqliteConnection connection, IReadOnlyList<long> runs)
    {
        using var transaction = connection.BeginTransaction();
        foreach (var table in _tables)
        {
            connection.Execute($"DELETE FROM {table} WHERE run IN @runs", new { runs });
        }

        connection.Execute("DELETE FROM runs WHERE id IN @runs", new { runs });
        connection.Execute(SharedTable.SweepSql);
        connection.Execute(NameTable.SweepSql);
        transaction.Commit();
        return runs.Count;
    }
}
