using Dapper;
using FunSearch.Search;
using Microsoft.Data.Sqlite;

namespace FunSearch.Storage.Sqlite;

/// <summary>Outcomes, a row each.</summary>
internal static class OutcomeTable
{
    public const string Schema = """
        CREATE TABLE outcomes (
            run          INTEGER NOT NULL,
            line         INTEGER NOT NULL,
            id           INTEGER NOT NULL,
            kind         INTEGER NOT NULL,
            scores       INTEGER,           -- shared.id
            duplicate_of INTEGER,
            detail       TEXT,
            circumstance INTEGER NOT NULL,  -- 1 when it failed by circumstance
            elapsed      INTEGER NOT NULL,  -- ticks of 100 ns
            PRIMARY KEY (run, line)
        ) STRICT, WITHOUT ROWID;
        CREATE UNIQUE INDEX outcomes_by_id ON outcomes (run, id);
        """;

    private const string InsertSql = """
        INSERT INTO outcomes (run, line, id, kind, scores, duplicate_of, detail, circumstance, elapsed)
        VALUES (@run, @line, @id, @kind, @scores, @duplicate_of, @detail, @circumstance, @elapsed)
        """;

    public const string ReadSql = SelectSql + " ORDER BY line";

    public const string FindSql = SelectSql + " AND outcomes.id = @id";

    // A left join, so that the outcomes are always the outer loop, in their order.
    private const string SelectSql = """
        SELECT line, outcomes.id, kind, shared.content AS scores, duplicate_of AS duplicateOf, detail, circumstance, elapsed
        FROM outcomes
        LEFT JOIN shared ON shared.id = outcomes.scores
        WHERE run = @run
        """;

    public static void Insert(Statements statements, long run, long line, JournalEntry.Settled settled)
    {
        var outcome = StoredOutcome.Of(settled.Outcome);
        var scores = outcome.Scores is null ? (long?)null : SharedTable.Add(statements, outcome.Scores);
        statements.Execute(
            InsertSql,
            run,
            line,
            settled.Id,
            outcome.Kind,
            scores,
            outcome.DuplicateOf,
            outcome.Detail,
            outcome.ByCircumstance,
            settled.Elapsed.Ticks);
    }

    public static IEnumerable<Line> Read(SqliteConnection connection, long run) =>
        connection.Query<Row>(ReadSql, new { run }, buffered: false).Select(row => new Line(row.Line, row.Restore()));

    public static JournalEntry.Settled? Find(SqliteConnection connection, long run, long id) =>
        connection.QuerySingleOrDefault<Row>(FindSql, new { run, id })?.Restore();

    private sealed record Row
    {
        public long Line { get; init; }

        public long Id { get; init; }

        public long Kind { get; init; }

        public byte[]? Scores { get; init; }

        public long? DuplicateOf { get; init; }

        public string? Detail { get; init; }

        public long Circumstance { get; init; }

        public long Elapsed { get; init; }

        public JournalEntry.Settled Restore() =>
            new(Id, new StoredOutcome(Kind, Scores, DuplicateOf, Detail, Circumstance != 0).Restore(), TimeSpan.FromTicks(Elapsed));
    }
}
