using System.Text.Json;
using Dapper;
using FunSearch.Accounts;
using FunSearch.Programs;
using FunSearch.Search;
using Microsoft.Data.Sqlite;

namespace FunSearch.Storage.Sqlite;

/// <summary>Runs, with their totals.</summary>
internal static class RunTable
{
    public const string Schema = """
        CREATE TABLE runs (
            id            INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given again: rows of a deleted run may still be there
            name          TEXT    NOT NULL UNIQUE,
            started       INTEGER NOT NULL,            -- Unix time in ms
            configuration TEXT    NOT NULL,            -- JSON
            finished      INTEGER NOT NULL DEFAULT 0,
            lines         INTEGER NOT NULL DEFAULT 0,  -- length of the journal
            elapsed       INTEGER NOT NULL DEFAULT 0,  -- ticks of 100 ns
            tokens        INTEGER NOT NULL DEFAULT 0,
            requests      INTEGER NOT NULL DEFAULT 0,
            cost          INTEGER NOT NULL DEFAULT 0,  -- nano-dollars
            unpriced      INTEGER NOT NULL DEFAULT 0,  -- requests of which the cost is not known
            bytes         INTEGER NOT NULL DEFAULT 0,  -- by which it made the file grow
            best          INTEGER,                     -- the champion's sample
            best_score    REAL
        ) STRICT;
        CREATE TABLE outcome_counts (
            run   INTEGER NOT NULL,
            kind  INTEGER NOT NULL,
            count INTEGER NOT NULL,
            PRIMARY KEY (run, kind)
        ) STRICT, WITHOUT ROWID;
        """;

    private const string InsertSql = """
        INSERT INTO runs (name, started, configuration) VALUES (@Name, @started, @configuration)
        ON CONFLICT (name) DO NOTHING
        """;

    private const string CountsSql = "SELECT kind, count FROM outcome_counts WHERE run = @run";

    private const string SelectSql = "SELECT id, name, started, configuration, finished, lines, elapsed, tokens, requests, cost, unpriced, bytes, best FROM runs";

    /// <summary>False when the name is taken.</summary>
    public static bool TryInsert(SqliteConnection connection, RunConfiguration configuration, DateTimeOffset started) =>
        connection.Execute(InsertSql, new
        {
            configuration.Name,
            started = started.ToUnixTimeMilliseconds(),
            configuration = JsonSerializer.Serialize(configuration),
        }) == 1;

    public static IReadOnlyList<string> Names(SqliteConnection connection) =>
        connection.Query<string>("SELECT name FROM runs ORDER BY id DESC").AsList();

    public static Row? Find(SqliteConnection connection, string name) =>
        connection.QuerySingleOrDefault<Row>(SelectSql + " WHERE name = @name", new { name });

    /// <summary>Newest first.</summary>
    public static IReadOnlyList<Row> All(SqliteConnection connection) => connection.Query<Row>(SelectSql + " ORDER BY id DESC").AsList();

    public static int MarkFinished(SqliteConnection connection, long run) =>
        connection.Execute("UPDATE runs SET finished = 1 WHERE id = @run", new { run });

    /// <summary>With another budget a run is no longer finished.</summary>
    public static int UpdateConfiguration(SqliteConnection connection, long run, RunConfiguration configuration) =>
        connection.Execute(
            "UPDATE runs SET configuration = @configuration, finished = 0 WHERE id = @run",
            new { run, configuration = JsonSerializer.Serialize(configuration) });

    public static RunSummary Summarise(SqliteConnection connection, Row row, bool isRunning)
    {
        var outcomes = OutcomeCounts(connection, row.Id);
        return new RunSummary(
            row.RestoreConfiguration(),
            isRunning ? RunState.Running : row.Finished != 0 ? RunState.Finished : RunState.Interrupted,
            DateTimeOffset.FromUnixTimeMilliseconds(row.Started),
            TimeSpan.FromTicks(row.Elapsed),
            outcomes.Values.Sum(),
            outcomes,
            row.Best is { } best ? Champion(connection, row.Id, best) : null,
            new Spending(row.Requests, row.Tokens, NanoDollars.Restore(row.Cost), row.Unpriced),
            row.Bytes);
    }

    private static Dictionary<OutcomeKind, long> OutcomeCounts(SqliteConnection connection, long run)
    {
        var counts = Enum.GetValues<OutcomeKind>().ToDictionary(kind => kind, _ => 0L);
        foreach (var (kind, count) in connection.Query<(long, long)>(CountsSql, new { run }))
        {
            counts[(OutcomeKind)kind] = count;
        }

        return counts;
    }

    private static Champion? Champion(SqliteConnection connection, long run, long id)
    {
        var verified = VerificationTable.Find(connection, run, id);
        return verified?.Train.Outcome is Outcome.Scored scored && ProposalTable.Find(connection, run, id)?.Proposal.Body is { } body
            ? new Champion(new ScoredProgram(id, body, scored.Signature), verified.Train, verified.Validation)
            : null;
    }

    internal sealed record Row
    {
        public long Id { get; init; }

        public string Name { get; init; } = "";

        public long Started { get; init; }

        public string Configuration { get; init; } = "";

        public long Finished { get; init; }

        public long Lines { get; init; }

        public long Elapsed { get; init; }

        public long Tokens { get; init; }

        public long Requests { get; init; }

        public long Cost { get; init; }

        public long Unpriced { get; init; }

        public long Bytes { get; init; }

        public long? Best { get; init; }

        /// <exception cref="JsonException">It is damaged.</exception>
        public RunConfiguration RestoreConfiguration() =>
            JsonSerializer.Deserialize<RunConfiguration>(Configuration) ?? throw new JsonException("A run's configuration is null.");
    }
}
