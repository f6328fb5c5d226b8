using Dapper;
using Microsoft.Data.Sqlite;

namespace FunSearch.Storage.Sqlite;

/// <summary>Deletes what no row of any run holds any more, while others write.</summary>
/// <remarks>Who holds what is asked once, of a snapshot. What nobody held then can only be held by a line that was written since, and
/// of those every transaction asks again: they are few.</remarks>
internal static class Sweep
{
    /// <param name="table">The table of what is held, by its <c>id</c>.</param>
    /// <param name="holders">Tables with columns <c>run</c> and <c>line</c>, and the column that holds an id.</param>
    /// <returns>Rows that each step deleted.</returns>
    public static IEnumerable<int> Run(SqliteConnection connection, string table, IReadOnlyList<(string Table, string Column)> holders)
    {
        var (lines, unheld) = Survey(connection, table, holders);
        foreach (var ids in unheld.Chunk(RunRemoval.RowsAtOnce))
        {
            yield return Delete(connection, table, ids, lines, holders);
        }
    }

    /// <returns>How many lines each run had, and what none of them held.</returns>
    private static (Dictionary<long, long> Lines, List<long> Unheld) Survey(
        SqliteConnection connection, string table, IReadOnlyList<(string Table, string Column)> holders)
    {
        using var snapshot = connection.BeginTransaction(deferred: true);
        var unheld = connection.Query<long>($"SELECT id FROM {table} WHERE id NOT IN ({HeldSql(holders, "")})").AsList();
        return (Lines(connection), unheld);
    }

    private static int Delete(
        SqliteConnection connection, string table, long[] ids, Dictionary<long, long> lines, IReadOnlyList<(string Table, string Column)> holders)
    {
        using var transaction = connection.BeginTransaction();
        var heldSince = Lines(connection)
            .Select(run => (Run: run.Key, Line: lines.GetValueOrDefault(run.Key), Now: run.Value))
            .Where(run => run.Now > run.Line)
            .SelectMany(run => connection.Query<long>(HeldSql(holders, " AND run = @Run AND line > @Line"), new { run.Run, run.Line }));
        var rows = connection.Execute($"DELETE FROM {table} WHERE id IN @ids", new { ids = ids.Except(heldSince).ToList() });
        transaction.Commit();
        return rows;
    }

    private static Dictionary<long, long> Lines(SqliteConnection connection) =>
        connection.Query<(long Run, long Lines)>("SELECT id, lines FROM runs").ToDictionary(run => run.Run, run => run.Lines);

    private static string HeldSql(IReadOnlyList<(string Table, string Column)> holders, string condition) => string.Join(
        " UNION ALL ", holders.Select(holder => $"SELECT {holder.Column} FROM {holder.Table} WHERE {holder.Column} IS NOT NULL{condition}"));
}
