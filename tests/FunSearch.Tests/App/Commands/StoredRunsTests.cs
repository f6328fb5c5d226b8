using System.Text.Json;
using System.Text.RegularExpressions;
using FunSearch.App.Commands;
using FunSearch.Programs;
using FunSearch.Search;
using FunSearch.Storage;
using FunSearch.Tests.Storage;
using FunSearch.Tests.Storage.Sqlite;

namespace FunSearch.Tests.App.Commands;

/// <summary>What is stored can be read and deleted long after its specification is gone.</summary>
public sealed class StoredRunsTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_is_shown_without_its_specification()
    {
        await FillAsync();

        var (code, output, error) = await TypeAsync("show run");

        Assert.True(code == 0, error);
        Assert.Contains("public static double Priority(double item, double room)\n{ return item - 2; }", output, StringComparison.Ordinal);
        Assert.Contains("mean score, lower is better", output, StringComparison.Ordinal);
        Assert.Contains("excess %", output, StringComparison.Ordinal);
        Assert.Contains("Line of descent: 2 steps from the first program", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_is_shown_with_what_it_changed_in_each_parent()
    {
        await FillAsync();

        var (code, output, error) = await TypeAsync("show run --program 2");

        Assert.True(code == 0, error);
        Golden.Matches(output, "program");
    }

    [Fact]
    public async Task A_script_gets_changes_and_descent_of_a_program()
    {
        await FillAsync();

        var (_, output, _) = await TypeAsync("show run --program 2 --json");

        Golden.Matches(output, "program-json");
    }

    [Fact]
    public async Task A_script_gets_the_keys_of_a_run_and_state_start_size_and_descent()
    {
        await FillAsync();

        var (_, output, _) = await TypeAsync("show run --json");

        using var json = JsonDocument.Parse(output);
        Assert.Equivalent(
            new[]
            {
                "run", "problem", "seed", "proposer", "from", "samples", "outcomes", "best", "seconds", "tokens", "cost", "yields", "idle", "store",
                "state", "started", "bytes", "lineage",
            },
            json.RootElement.EnumerateObject().Select(key => key.Name),
            strict: true);
        Assert.Equal([0, 1, 2], json.RootElement.GetProperty("lineage").EnumerateArray().Select(step => step.GetProperty("id").GetInt64()));
        Assert.Equal(5.5, json.RootElement.GetProperty("best").GetProperty("train").GetDouble());
    }

    [Fact]
    public async Task A_run_is_shown_with_what_it_began_with()
    {
        await FillAsync(from: new StartingProgram("last-month.cs", "{ return item - room; }"));

        var (_, output, _) = await TypeAsync("show run");
        var (_, script, _) = await TypeAsync("show run --json");

        Assert.Contains("\nbegan with last-month.cs: train 7.5, validation 9\n", output, StringComparison.Ordinal);
        Assert.Contains("""
            "from":{"source":"last-month.cs","train":7.5,"validation":9,"test":null}
            """, script, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runs_are_listed_with_their_size_their_best_and_when_they_began_in_which_zone()
    {
        await FillAsync(samples: 200);

        var (_, output, _) = await TypeAsync("runs");
        var (_, json, _) = await TypeAsync("runs --json");

        Assert.Matches(@"(?m)^run +/gone/warehouse +interrupted +2 +2 +5\.5 +7 +0:0\d +[\d.]+KB +\d{4}-\d\d-\d\d \d\d:\d\d [+-]\d\d:\d\d", output);
        Assert.Matches(@"1 run, [\d.]+KB in ", output);
        using var parsed = JsonDocument.Parse(json);
        Assert.True(parsed.RootElement.GetProperty("runs")[0].GetProperty("bytes").GetInt64() > 0);
        Assert.Equal(new FileInfo(_store.Path).Length, parsed.RootElement.GetProperty("bytes").GetInt64());
    }

    [Fact]
    public async Task A_deleted_run_is_gone_and_what_it_freed_is_told()
    {
        await FillAsync(samples: 2_000);

        var (code, output, error) = await TypeAsync("runs delete run");

        Assert.True(code == 0, error);
        Assert.Matches(@"^Deleted 1 run \(run\): [\d.]+KB freed, [\d.]+KB left in ", output);
        Assert.StartsWith("No runs in ", (await TypeAsync("runs")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deleted_run_is_gone_also_when_its_space_is_not_free_yet()
    {
        await FillAsync();
        _store.Execute("CREATE TRIGGER stop BEFORE DELETE ON shared BEGIN SELECT RAISE(ABORT, 'stopped'); END");

        var (code, output, error) = await TypeAsync("runs delete run");

        Assert.True(code == 0, error);
        Assert.StartsWith("Not all of the space is free yet, and the next deletion frees the rest.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("-", Regex.Match(output, @"\(run\): .* freed").Value, StringComparison.Ordinal);
        Assert.StartsWith("No runs in ", (await TypeAsync("runs")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_is_told_what_was_deleted_and_freed()
    {
        await FillAsync(samples: 2_000);

        var (_, output, _) = await TypeAsync("runs delete run --json");

        using var json = JsonDocument.Parse(output);
        Assert.Equal(["deleted", "freed", "bytes", "store", "kept"], json.RootElement.EnumerateObject().Select(key => key.Name));
        Assert.Equal("run", json.RootElement.GetProperty("deleted")[0].GetString());
        Assert.True(json.RootElement.GetProperty("freed").GetInt64() > 100_000);
    }

    [Fact]
    public async Task A_run_that_another_process_works_on_is_not_deleted()
    {
        await FillAsync();
        await using var journal = await _store.OpenJournalAsync();

        var (code, _, error) = await TypeAsync("runs delete run");

        Assert.Equal(1, code);
        Assert.StartsWith($"Process {Environment.ProcessId} works on the run 'run'", error, StringComparison.Ordinal);
    }

    public void Dispose() => _store.Dispose();

    // Sample 2 is an edit of 1, though it was shown the first program as the better one.
    private async Task FillAsync(int samples = 2, StartingProgram? from = null)
    {
        var store = _store.Open();
        await store.CreateRunAsync(TemporaryStore.Configuration() with { Problem = "/gone/warehouse", From = from }, Cancellation);
        await using var journal = await store.OpenJournalAsync(TemporaryStore.Run, Cancellation);
        JournalEntry[] entries =
        [
            Entries.Proposed(0, "{ return item - room; }") with { Parents = [], Proposal = new Proposal(new Body("{ return item - room; }"), "specification") },
            .. from is null ? Array.Empty<JournalEntry>() : [Entries.Verified(0, [-7, -8], [-9])],
            Entries.Scored(0, -7, -8),
            Entries.Edit(1, 0),
            Entries.Scored(1, -8, -9),
            Entries.Edit(2, 1, 0),
            Entries.Verified(2, [-5, -6], [-7]),
            Entries.Scored(2, -5, -6),
            .. Enumerable.Range(3, samples - 2).Select(id => Entries.Edit(id, 2)),
        ];
        await Task.WhenAll(entries.Select(entry => journal.AppendAsync(entry, Cancellation)));
    }

    private async Task<(int Code, string Output, string Error)> TypeAsync(string arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter();
        var code = await CommandLine.InvokeAsync([.. arguments.Split(' '), "--store", _store.Path], output, error, Cancellation);
        return (code, output.ToString().ReplaceLineEndings("\n"), error.ToString());
    }
}
