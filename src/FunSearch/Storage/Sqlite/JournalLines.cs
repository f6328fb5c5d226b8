using FunSearch.Search;
using Microsoft.Data.Sqlite;

namespace FunSearch.Storage.Sqlite;

/// <summary>The lines of a journal over the tables of its kinds.</summary>
internal static class JournalLines
{
    public static void Insert(Statements statements, long run, long line, JournalEntry entry)
    {
        switch (entry)
        {
            case JournalEntry.Proposed proposed:
                ProposalTable.Insert(statements, run, line, proposed);
                break;
            case JournalEntry.Settled settled:
                OutcomeTable.Insert(statements, run, line, settled);
                break;
            case JournalEntry.Verified verified:
                VerificationTable.Insert(statements, run, line, verified);
                break;
            case JournalEntry.Reset reset:
                ResetTable.Insert(statements, run, line, reset);
                break;
            default:
                throw new ArgumentException($"An entry of type {entry.GetType().Name} cannot be stored.", nameof(entry));
        }
    }

    /// <summary>All entries in order, as they stood when the first was read.</summary>
    /// <remarks>Each table is read in its order, and they are merged by their lines: memory does not grow with the journal.</remarks>
    public static IEnumerable<JournalEntry> Read(SqliteConnection connection, long run)
    {
        using var snapshot = connection.BeginTransaction(deferred: true);
        var tables = new PriorityQueue<IEnumerator<Line>, long>();
        try
        {
            foreach (var read in (Func<SqliteConnection, long, IEnumerable<Line>>[])
                [ProposalTable.Read, OutcomeTable.Read, VerificationTable.Read, ResetTable.Read])
            {
                EnqueueNext(tables, read(connection, run).GetEnumerator());
            }

            while (tables.TryPeek(out var table, out _))
            {
                yield return table.Current.Entry;
                tables.Dequeue();
                EnqueueNext(tables, table);
            }
        }
        finally
        {
            foreach (var (table, _) in tables.UnorderedItems)
            {
                table.Dispose();
            }
        }
    }

    private static void EnqueueNext(PriorityQueue<IEnumerator<Line>, long> tables, IEnumerator<Line> table)
    {
        if (table.MoveNext())
        {
            tables.Enqueue(table, table.Current.Number);
        }
        else
        {
            table.Dispose();
        }
    }
}
