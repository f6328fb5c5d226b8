using Dapper;
using FunSearch.Search;
using Microsoft.Data.Sqlite;

namespace FunSearch.Storage.Sqlite;

/// <summary>Exchanges with language models, in full; a proposal of the embedded proposer has none.</summary>
internal static class ExchangeTable
{
    public const string Schema = """
        CREATE TABLE exchanges (
            run           INTEGER NOT NULL,
            line          INTEGER NOT NULL,  -- of its proposal
            model         INTEGER NOT NULL,  -- names.id
            opening       INTEGER,           -- shared.id; what the prompt begins with, as others do
            prompt        INTEGER NOT NULL,  -- shared.id; its rest
            answer        INTEGER NOT NULL,  -- shared.id
            input_tokens  INTEGER NOT NULL,
            output_tokens INTEGER NOT NULL,
            PRIMARY KEY (run, line)
        ) STRICT, WITHOUT ROWID;
        """;

    private const string InsertSql = """
        INSERT INTO exchanges (run, line, model, opening, prompt, answer, input_tokens, output_tokens)
        VALUES (@run, @line, @model, @opening, @prompt, @answer, @InputTokens, @OutputTokens)
        """;

    public const string FindSql = """
        SELECT model.name AS model, opening.content AS opening, prompt.content AS prompt, answer.content AS answer,
               exchanges.opening IS NOT NULL AS hasOpening, input_tokens AS inputTokens, output_tokens AS outputTokens
        FROM exchanges
        JOIN names AS model ON model.id = exchanges.model
        LEFT JOIN shared AS opening ON opening.id = exchanges.opening
        JOIN shared AS prompt ON prompt.id = exchanges.prompt
        JOIN shared AS answer ON answer.id = exchanges.answer
        WHERE run = @run AND line = @line
        """;

    public static void Insert(SqliteConnection connection, long run, long line, Exchange exchange)
    {
        var (opening, rest) = PromptOpening.Split(connection, run, exchange.Prompt);
        connection.Execute(InsertSql, new
        {
            run,
            line,
            model = NameTable.Add(connection, exchange.Model),
            opening = opening is null ? (long?)null : SharedTable.Add(connection, opening),
            prompt = SharedTable.Add(connection, rest),
            answer = SharedTable.Add(connection, exchange.Answer),
            exchange.InputTokens,
            exchange.OutputTokens,
        });
    }

    /// <exception cref="InvalidDataException">One of its texts is gone or damaged.</exception>
    public static Exchange Find(SqliteConnection connection, long run, long line)
    {
        var row = connection.QuerySingleOrDefault<Row>(FindSql, new { run, line });
        if (row is null || (row.HasOpening != 0 && row.Opening is null))
        {
            throw new InvalidDataException($"A text of the exchange in line {line} is gone.");
        }

        return new Exchange(
            row.Model,
            (row.Opening is null ? "" : Compression.DecompressText(row.Opening)) + Compression.DecompressText(row.Prompt),
            Compression.DecompressText(row.Answer),
            row.InputTokens,
            row.OutputTokens);
    }

    private sealed record Row
    {
        public string Model { get; init; } = "";

        public byte[]? Opening { get; init; }

        public byte[] Prompt { get; init; } = [];

        public byte[] Answer { get; init; } = [];

        public long HasOpening { get; init; }

        public long InputTokens { get; init; }

        public long OutputTokens { get; init; }
    }
}
