using Dapper;
using FunSearch.Search;
using Microsoft.Data.Sqlite;

namespace FunSearch.Storage.Sqlite;

/// <summary>Resets of the weaker islands, a row each.</summary>
internal static class ResetTable
{
    public const string Schema = """
        CREATE TABLE resets (
            run           INTEGER NOT NULL,
            line          INTEGER NOT NULL,
            registrations INTEGER NOT NULL,
            founders      BLOB    NOT NULL,  -- varints: island, program, island, program …
            PRIMARY KEY (run, line)
        ) STRICT, WITHOUT ROWID;
        """;

    private const string InsertSql =
        "INSERT INTO resets (run, line, registrations, founders) VALUES (@run, @line, @registrations, @founders)";

    public const string ReadSql = "SELECT line, registrations, founders FROM resets WHERE run = @run ORDER BY line";

    public static void Insert(Statements statements, long run, long line, JournalEntry.Reset reset)
    {
        var founders = Varints.Encode(reset.Founders.SelectMany(founder => (long[])[founder.Key, founder.Value]));
        statements.Execute(InsertSql, run, line, reset.Registrations, founders);
    }

    public static IEnumerable<Line> Read(SqliteConnection connection, long run) =>
        connection.Query<Row>(ReadSql, new { run }, buffered: false).Select(row => new Line(row.Line, row.Restore()));

    private sealed record Row
    {
        public long Line { get; init; }

        public long Registrations { get; init; }

        public byte[] Founders { get; init; } = [];

        public JournalEntry.Reset Restore() =>
            new(Registrations, Varints.Decode(Founders).Chunk(2).ToDictionary(pair => (int)pair[0], pair => pair[^1]));
    }
}
