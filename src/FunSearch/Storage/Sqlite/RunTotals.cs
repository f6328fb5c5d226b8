using FunSearch.Accounts;
using FunSearch.Programs;
using FunSearch.Search;

namespace FunSearch.Storage.Sqlite;

/// <summary>What one commit adds to a run's totals. They are kept up with every commit, so that no reader ever counts a journal.</summary>
internal sealed class RunTotals
{
    private const string AddSql = """
        UPDATE runs
        SET lines = lines + @lines, elapsed = max(elapsed, @elapsed), tokens = tokens + @tokens, requests = requests + @requests,
            cost = cost + @cost, unpriced = unpriced + @unpriced, bytes = bytes + @bytes, finished = 0
        WHERE id = @run
        """;

    // Only a better score takes the title: among equals the first stays.
    private const string CrownSql =
        "UPDATE runs SET best = @best, best_score = @score WHERE id = @run AND (best IS NULL OR best_score < @score)";

    private const string CountSql = """
        INSERT INTO outcome_counts (run, kind, count) VALUES (@run, @kind, @count)
        ON CONFLICT (run, kind) DO UPDATE SET count = count + excluded.count
        """;

    private readonly Dictionary<OutcomeKind, long> _outcomes = [];
    private long _lines;
    private long _elapsed;
    private Spending _spent = Spending.None;
    private long? _best;
    private double _bestScore;

    public void Add(JournalEntry entry)
    {
        _lines++;
        switch (entry)
        {
            case JournalEntry.Proposed { Proposal.Exchange: { } exchange }:
                _spent += Spending.Of(exchange);
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
    public void Save(Statements statements, long run, long bytes)
    {
        statements.Execute(AddSql, _lines, _elapsed, _spent.Tokens, _spent.Requests, NanoDollars.Of(_spent.Cost), _spent.Unpriced, bytes, run);
        foreach (var (kind, count) in _outcomes)
        {
            statements.Execute(CountSql, run, (long)kind, count);
        }

        if (_best is not null)
        {
            statements.Execute(CrownSql, _best, _bestScore, run);
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
