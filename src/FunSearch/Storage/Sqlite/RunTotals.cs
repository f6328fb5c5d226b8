using Dapper;
using FunSearch.Programs;
using FunSearch.Search;
using Microsoft.Data.Sqlite;

namespace FunSearch.Storage.Sqlite;

/// <summary>What one commit adds to a run's totals. They are kept up with every commit, so that no reader ever counts a journal.</summary>
internal sealed class RunTotals
{
    private const string AddSql = """
        UPDATE runs
        SET lines = lines + @_lines, elapsed = max(elapsed, @_elapsed), tokens = tokens + @_tokens, requests = requests + @_requests,
            bytes = bytes + @bytes, finished = 0
        WHERE id = @run
        """;

    // Only a better score takes the title: among equals the first stays.
    private const string CrownSql =
        "UPDATE runs SET best = @_best, best_score = @_bestScore WHERE id = @run AND (best IS NULL OR best_score < @_bestScore)";

    private const string CountSql = """
        INSERT INTO outcome_counts (run, kind, count) VALUES (@run, @kind, @count)
        ON CONFLICT (run, kind) DO UPDATE SET count = count + excluded.count
        """;

    private readonly Dictionary<OutcomeKind, long> _outcomes = [];
    private long _lines;
    private long _elapsed;
    private long _tokens;
    private long _requests;
    private long? _best;
    private double _bestScore;

    public void Add(JournalEntry entry)
    {
        _lines++;
        switch (entry)
        {
            case JournalEntry.Proposed { Proposal.Exchange: { } exchange }:
                _tokens += exchange.InputTokens + exchange.OutputTokens;
                _requests++;
                break;
            case JournalEntry.Settled { Id: > 0 } settled:
                _outcomes[settled.Outcome.Kind] = _outcomes.GetValueOrDefault(settled.Outcome.Kind) + 1;
                _elapsed = Math.Max(_elapsed, settled.Elapsed.Ticks);
                break;
            case JournalEntry.Verified { Merit: { } merit } verified:
                Crown(verified.Id, merit);
                break;
            default:
                break;
        }
    }

    /// <param name="bytes">By which the file grew.</param>
    public void Save(SqliteConnection connection, long run, long bytes)
    {
        connection.Execute(AddSql, new { run, _lines, _elapsed, _tokens, _requests, bytes });
        foreach (var (kind, count) in _outcomes)
        {
            connection.Execute(CountSql, new { run, kind = (long)kind, count });
        }

        if (_best is not null)
        {
            connection.Execute(CrownSql, new { run, _best, _bestScore });
        }
    }

    private void Crown(long id, double score)
    {
        if (_best is null || score > _bestScore)
        {
            (_best, _bestScore) = (id, score);
        }
    }
}
