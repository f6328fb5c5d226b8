using Dapper;
using FunSearch.Accounts;
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
            estimated     INTEGER NOT NULL DEFAULT 0,  -- 1: the server did not tell all tokens
            cost          INTEGER,                     -- nano-dollars
            turn          INTEGER NOT NULL DEFAULT 0,  -- of the dialogue
            elapsed       INTEGER NOT NULL DEFAULT 0,  -- ticks of 100 ns
            intent        INTEGER,                     -- names.id
            PRIMARY KEY (run, line)
        ) STRICT, WITHOUT ROWID;
        """;

    private const string InsertSql = """
        INSERT INTO exchanges (run, line, model, opening, prompt, answer, input_tokens, output_tokens, estimated, cost, turn, elapsed, intent)
        VALUES (@run, @line, @model, @opening, @prompt, @answer, @input_tokens, @output_tokens, @estimated, @cost, @turn, @elapsed, @intent)
        """;

    public const string FindSql = """
        SELECT model.name AS model, opening.content AS opening, prompt.content AS prompt, answer.content AS answer,
               exchanges.opening IS NOT NULL AS hasOpening, input_tokens AS inputTokens, output_tokens AS outputTokens,
               estimated, cost, turn, elapsed, intent.name AS intent
        FROM exchanges
        JOIN names AS model ON model.id = exchanges.model
        LEFT JOIN names AS intent ON intent.id = exchanges.intent
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
            exchange.OutputTokens,
            exchange.IsEstimated ? 1L : 0L,
            exchange.Cost is { } cost ? NanoDollars.Of(cost) : null,
            (long)exchange.Turn,
            exchange.Elapsed.Ticks,
            exchange.Intent is { } intent ? NameTable.Add(statements, intent) : null);
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
            row.OutputTokens)
        {
            IsEstimated = row.Estimated != 0,
            Cost = row.Cost is { } cost ? NanoDollars.Restore(cost) : null,
            Turn = (int)row.Turn,
            Elapsed = TimeSpan.FromTicks(row.Elapsed),
            Intent = row.Intent,
        };
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

        public long Estimated { get; init; }

        public long? Cost { get; init; }

        public long Turn { get; init; }

        public long Elapsed { get; init; }

        public string? Intent { get; init; }
    }
}
