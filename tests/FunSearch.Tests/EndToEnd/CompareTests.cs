using System.Text.Json.Nodes;
using System.Xml.Linq;
using FunSearch.App.Commands;
using FunSearch.Storage;
using FunSearch.Storage.Sqlite;
using FunSearch.Tests.Evaluation;

namespace FunSearch.Tests.EndToEnd;

[Collection(Processes.InTurn)]
public sealed class CompareTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Store => Path.Combine(_folder.Path, "compare.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_interrupted_comparison_typed_again_takes_what_is_done_and_runs_the_rest()
    {
        string[] words = ["compare", "cap-set:4", "--setting", "best-of-n", "--setting", "one island: --islands 1", "--seeds", "2", "--samples", "100", "--store", Store,
            "--chart", Path.Combine(_folder.Path, "chart.svg"), "--json"];
        using var first = Command.Start(_folder.Path, words);
        await new Store(Store).SettledAsync(first, 120);
        first.Interrupt();
        await first.EndedAsync();
        var before = await RunsAsync();

        using var second = await Command.RunAsync(_folder.Path, words);

        Assert.Equal(130, first.ExitCode);
        Assert.Contains("In no table: ", first.Errors, StringComparison.Ordinal);
        Assert.Contains("Go on, with what is done taken from the store:  funsearch compare cap-set:4 --setting best-of-n --setting 'one island: --islands 1' --seeds 2", first.Errors, StringComparison.Ordinal);
        Assert.InRange(before.Count, 2, 3);
        Assert.True(second.ExitCode == 0, second.Errors);
        Assert.Contains("(1/4) best-of-n, seed 1: best", second.Errors, StringComparison.Ordinal);
        Assert.Contains(", from the store", second.Errors, StringComparison.Ordinal);
        var after = await RunsAsync();
        Assert.Equal(4, after.Count);
        Assert.All(after, run => Assert.Equal((RunState.Finished, 100), (run.State, run.Samples)));
        Assert.All(before, run => Assert.Contains(after, same => (same.Configuration.Name, same.Started) == (run.Configuration.Name, run.Started)));
        var json = JsonNode.Parse(second.Output)!;
        Assert.Equal(2, json["measures"]![0]!["settings"]![1]!["n"]!.GetValue<int>());
        Assert.Empty(json["unfinished"]!.AsArray());
        Assert.Contains("one island", XDocument.Load(Path.Combine(_folder.Path, "chart.svg")).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_run_would_refuse_is_refused_before_anything_starts()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();

        var code = await CommandLine.InvokeAsync(
            ["compare", "cap-set:4", "--setting", "random", "--setting", "recorded:no-such-file.jsonl", "--samples", "10", "--store", Store], output, error, Cancellation);

        Assert.Equal(1, code);
        Assert.Contains("The setting 'recorded:no-such-file.jsonl' cannot run. ", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(await RunsAsync());
    }

    private Task<IReadOnlyList<RunSummary>> RunsAsync() => SqliteStore.OpenExisting(Store, TimeProvider.System).RunsAsync(Cancellation);
}
