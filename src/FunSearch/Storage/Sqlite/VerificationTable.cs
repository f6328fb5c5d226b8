using Dapper;
using FunSearch.Search;
using Microsoft.Data.Sqlite;

namespace FunSearch.Storage.Sqlite;

/// <summary>Verifications of a new best, a row each.</summary>
internal static class VerificationTable
{
    public const string Schema = """
        CREATE TABLE verifications (
            run        INTEGER NOT NULL,
            line       INTEGER NOT NULL,
            id         INTEGER NOT NULL,
            train      BLOB    NOT NULL,  -- JSON, Brotli
            validation BLOB,              -- JSON, Brotli
            PRIMARY KEY (run, line)
        ) STRICT;
        CREATE INDEX verifications_by_id ON verifications (run, id);
        """;

    public const string ReadSql = SelectSql + " ORDER BY line";

    public const string FindSql = SelectSql + " AND id = @id";

    private const string InsertSql =
        "INSERT INTO verifications (run, line, id, train, validation) VALUES (@run, @line, @id, @train, @validation)";

    private const string SelectSql = "SELECT line, id, train, validation FROM verifications WHERE run = @run";

    public static void Insert(Statements statements, long run, long line, JournalEntry.Verified verified) =>
        statements.Execute(
            InsertSql,
            run,
            line,
            verified.Id,
            StoredExamination.Encode(verified.Train),
            verified.Validation is { } validation ? StoredExamination.Encode(validation) : null);

    public static IEnumerable<Line> Read(SqliteConnection connection, long run) =>
        connection.Query<Row>(ReadSql, new { run }, buffered: false).Select(row => new Line(row.Line, row.Restore()));

    /// <summary>The one of a sample; null when it never claimed a new best, or lost the claim in its examination.</summary>
    public static JournalEntry.Verified? Find(SqliteConnection connection, long run, long id) =>
        connection.QueryFirstOrDefault<Row>(FindSql, new { run, id })?.Restore();

    private sealed record Row
    {
        public long Line { get; init; }

        public long Id { get; init; }

        public byte[] Train { get; init; } = [];

        public byte[]? Validation { get; init; }

        public JournalEntry.Verified Restore() =>
            new(Id, StoredExamination.Decode(Train), Validation is null ? null : StoredExamination.Decode(Validation));
    }
}
