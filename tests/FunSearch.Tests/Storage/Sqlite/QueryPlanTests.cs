using Dapper;
using FunSearch.Storage.Sqlite;

namespace FunSearch.Tests.Storage.Sqlite;

/// <summary>A run of a million samples opens like one of a hundred, because nothing is looked for row by row.</summary>
public sealed class QueryPlanTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    public static TheoryData<string> Lookups =>
    [
        ProposalTable.FindSql, OutcomeTable.FindSql, VerificationTable.FindSql, ExchangeTable.FindSql,
        SharedTable.FindSql, PromptOpening.LatestSql, Lineage.SelectSql,
    ];

    public static TheoryData<string> Readings => [ProposalTable.ReadSql, OutcomeTable.ReadSql, VerificationTable.ReadSql, ResetTable.ReadSql];

    [Theory]
    [MemberData(nameof(Lookups))]
    public void What_is_looked_up_is_found_by_an_index(string sql)
    {
        var plan = PlanOf(sql);

        // 'line' is a line of descent, which is what is asked for.
        Assert.DoesNotContain(plan, step => step.StartsWith("SCAN ", StringComparison.Ordinal) && step is not ("SCAN line" or "SCAN CONSTANT ROW"));
    }

    [Theory]
    [MemberData(nameof(Readings))]
    public void A_journal_is_read_in_its_order_without_sorting_it(string sql)
    {
        var plan = PlanOf(sql);

        Assert.DoesNotContain(plan, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => step.StartsWith("SCAN ", StringComparison.Ordinal));
    }

    public void Dispose() => _store.Dispose();

    private List<string> PlanOf(string sql)
    {
        _store.Open();
        using var connection = _store.Connect();
        connection.CreateFunction<byte[], long?, long?>("forebear", (_, edited) => edited);
        var plan = connection.Query<(long, long, long, string Detail)>(
            $"EXPLAIN QUERY PLAN {sql}", new { run = 1, id = 1, line = 1, key = 1, content = Array.Empty<byte>() });
        return [.. plan.Select(step => step.Detail)];
    }
}
