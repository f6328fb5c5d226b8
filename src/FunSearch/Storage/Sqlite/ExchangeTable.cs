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
            prompt        INTEGER NOT NULL,  -- texts.id
            answer        INTEGER NOT NULL,  -- texts.id
            input_tokens  INTEGER NOT NULL,
            output_tokens INTEGER NOT NULL,
            PRIMARY KEY (run, line)
        ) STRICT, WITHOUT ROWID;
        """;

    private const string InsertSql = """
        INSERT INTO exchanges (run, line, model, prompt, answer, input_tokens, output_tokens)
        VALUES (@run, @line, @model, @prompt, @answer, @InputTokens, @OutputTokens)
        """;

    private const string SelectSql = """
        SELECT model.name AS model, prompt.text AS prompt, answer.text AS answer, input_tokens AS inputTokens, output_tokens AS outputTokens
        FROM exchanges
        JOIN names AS model ON model.id = exchanges.model
        JOIN texts AS prompt ON prompt.id = exchanges.prompt
        JOIN texts AS answer ON answer.id = exchanges.answer
        WHERE run = @run AND line = @line
        """;

    public static void Insert(SqliteConnection connection, long run, long line, Exchange exchange) =>
        connection.Execute(InsertSql, new
        {
            run,
            line,
            model = NameTable.Add(connection, exchange.Model),
            prompt = TextTable.Add(connection, exchange.Prompt),
            answer = TextTable.Add(connection, exchange.Answer),
            exchange.InputTokens,
            exchange.OutputTokens,
        });

    /// <exception cref="InvalidDataException">One of its texts is gone or damaged.</exception>
    public static Exchange Find(SqliteConnection connection, long run, long line)
    {
        var row = connection.QuerySingleOrDefault<Row>(SelectSql, new { run, line })
            ?? throw new InvalidDataException($"A text of the exchange in line {line} is gone.");
        return new Exchange(
            row.Model,
            Compression.DecompressText(row.Prompt),
            Compression.DecompressText(row.Answer),
            row.InputTokens,
            row.OutputTokens);
    }

    private sealed record Row
    {
        public string Model { get; init; } = "";

        public byte[] Prompt { get; init; } = [];

        public byte[] Answer { get; init; } = [];

        public long InputTokens { get; init; }

        public long OutputTokens { get; init; }
    }
}
