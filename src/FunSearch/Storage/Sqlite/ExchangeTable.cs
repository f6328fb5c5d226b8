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
        VALUES (@run, @line, @model, @opening, @prompt, @answer, @input_tokens, @output_tokens)
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

    public static void Insert(Statements statements, long run, long line, Exchange exchange)
    {
        var (opening, rest) = PromptOpening.Split(statements.Connection, run, exchange.Prompt);
        statements.Execute(
            InsertSql,
            run,
            line,
            NameTable.Add(statements, exchange.Model),
            opening is null ? null : SharedTable.Add(statements, opening),
            SharedTable.Add(statements, rest),
            SharedTable.Add(statements, exchange.Answer),
            exchange.InputTokens,
            exchange.OutputTokens);
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
