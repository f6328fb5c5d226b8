using Dapper;
using FunSearch.Islands;
using FunSearch.Programs;
using FunSearch.Search;
using Microsoft.Data.Sqlite;

namespace FunSearch.Storage.Sqlite;

/// <summary>Proposals, a row each.</summary>
internal static class ProposalTable
{
    public const string Schema = """
        CREATE TABLE proposals (
            run     INTEGER NOT NULL,
            line    INTEGER NOT NULL,
            id      INTEGER NOT NULL,
            prompt  INTEGER NOT NULL,
            after   INTEGER NOT NULL,  -- samples settled when the prompt was drawn
            island  INTEGER NOT NULL,
            epoch   INTEGER NOT NULL,
            parents BLOB    NOT NULL,  -- varints
            edited  INTEGER,           -- which of the parents, from 0
            origin  INTEGER NOT NULL,  -- names.id
            body    INTEGER,           -- shared.id
            no_code TEXT,
            PRIMARY KEY (run, line)
        ) STRICT, WITHOUT ROWID;
        CREATE UNIQUE INDEX proposals_by_id ON proposals (run, id);
        """;

    private const string InsertSql = """
        INSERT INTO proposals (run, line, id, prompt, after, island, epoch, parents, edited, origin, body, no_code)
        VALUES (@run, @line, @id, @prompt, @after, @island, @epoch, @parents, @edited, @origin, @body, @no_code)
        """;

    public const string ReadSql = SelectSql + " ORDER BY proposals.line";

    public const string FindSql = SelectSql + " AND proposals.id = @id";

    // Left joins, so that the proposals are always the outer loop, in their order.
    private const string SelectSql = """
        SELECT proposals.line, proposals.id, proposals.prompt, after, island, epoch, parents, edited,
               origin.name AS origin, body.content AS body, no_code AS noCode, exchanges.line IS NOT NULL AS hasExchange
        FROM proposals
        LEFT JOIN names AS origin ON origin.id = proposals.origin
        LEFT JOIN shared AS body ON body.id = proposals.body
        LEFT JOIN exchanges ON exchanges.run = proposals.run AND exchanges.line = proposals.line
        WHERE proposals.run = @run
        """;

    public static void Insert(Statements statements, long run, long line, JournalEntry.Proposed proposed)
    {
        var (body, origin) = proposed.Proposal;
        statements.Execute(
            InsertSql,
            run,
            line,
            proposed.Id,
            proposed.Prompt,
            proposed.After,
            proposed.Ticket.Island,
            proposed.Ticket.Epoch,
            Varints.Encode(proposed.Parents),
            proposed.Proposal.Edited,
            NameTable.Add(statements, origin),
            body is null ? null : SharedTable.Add(statements, body),
            proposed.Proposal.NoCode);

        if (proposed.Proposal.Exchange is { } exchange)
        {
            ExchangeTable.Insert(statements, run, line, exchange);
        }
    }

    public static IEnumerable<Line> Read(SqliteConnection connection, long run) =>
        connection.Query<Row>(ReadSql, new { run }, buffered: false)
            .Select(row => new Line(row.Line, Restore(connection, run, row)));

    public static JournalEntry.Proposed? Find(SqliteConnection connection, long run, long id) =>
        connection.QuerySingleOrDefault<Row>(FindSql, new { run, id }) is { } row
            ? Restore(connection, run, row)
            : null;

    private static JournalEntry.Proposed Restore(SqliteConnection connection, long run, Row row) => new(
        row.Id,
        row.Prompt,
        row.After,
        new IslandTicket((int)row.Island, (int)row.Epoch),
        Varints.Decode(row.Parents),
        new Proposal(RestoreBody(row), row.Origin)
        {
            Edited = (int?)row.Edited,
            NoCode = row.NoCode,
            Exchange = row.HasExchange != 0 ? ExchangeTable.Find(connection, run, row.Line) : null,
        });

    private static Body? RestoreBody(Row row) =>
        row.Body is { } body ? new Body(Compression.DecompressText(body))
        : row.NoCode is not null ? null
        : throw new InvalidDataException($"The body of sample {row.Id} is gone.");

    private sealed record Row
    {
        public long Line { get; init; }

        public long Id { get; init; }

        public long Prompt { get; init; }

        public long After { get; init; }

        public long Island { get; init; }

        public long Epoch { get; init; }

        public byte[] Parents { get; init; } = [];

        public long? Edited { get; init; }

        public string Origin { get; init; } = "";

        public byte[]? Body { get; init; }

        public string? NoCode { get; init; }

        public long HasExchange { get; init; }
    }
}
