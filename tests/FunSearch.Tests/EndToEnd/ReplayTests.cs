using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using FunSearch.Tests.Evaluation;
using FunSearch.Tests.Proposers.Llm;

namespace FunSearch.Tests.EndToEnd;

[Collection(Processes.InTurn)]
public sealed class ReplayTests(SmallModel model) : IClassFixture<SmallModel>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_run_comes_out_the_same()
    {
        using var run = await Command.RunAsync(_folder.Path, "run", "bin-packing", "--samples", "12", "--seed", "5", "--name", "short", "--store", "short.db");

        using var replay = await Command.RunAsync(_folder.Path, "replay", "short", "--store", "short.db");

        Assert.True(replay.ExitCode == 0, run.Errors + replay.Output + replay.Errors);
        Assert.StartsWith("The run 'short' comes out the same: 12 samples", replay.Output, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task A_run_that_was_killed_comes_out_the_same_and_one_that_was_tampered_with_does_not()
    {
        await RunAndKillAsync();

        using var honest = await Command.RunAsync(_folder.Path, "replay", "mine", "--store", "mine.db", "--workers", "2", "--json");

        Assert.True(honest.ExitCode == 0, honest.Output + honest.Errors);
        using var json = JsonDocument.Parse(honest.Output);
        Assert.Equal(["run", "same", "samples", "recorded_as_is", "difference", "seconds"], json.RootElement.EnumerateObject().Select(key => key.Name));
        Assert.True(json.RootElement.GetProperty("same").GetBoolean());
        Assert.Equal(60, json.RootElement.GetProperty("samples").GetInt32());
        foreach (var (sql, exitCode, says) in Tamperings)
        {
            File.Copy(Path.Combine(_folder.Path, "mine.db"), Path.Combine(_folder.Path, "tampered.db"), overwrite: true);
            Assert.Equal(1, new Store(Path.Combine(_folder.Path, "tampered.db")).Tamper(sql));

            using var replay = await Command.RunAsync(_folder.Path, "replay", "mine", "--store", "tampered.db");

            Assert.True(replay.ExitCode == exitCode, $"{sql}\n{replay.Output}{replay.Errors}");
            Assert.Matches(says, replay.Output + replay.Errors);
        }
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task A_run_of_another_version_is_replayed_only_when_that_is_asked_for()
    {
        using var run = await Command.RunAsync(_folder.Path, "run", "bin-packing", "--samples", "5", "--seed", "5", "--name", "old", "--store", "old.db");
        Assert.Equal(1, new Store(Path.Combine(_folder.Path, "old.db")).Tamper(
            """UPDATE runs SET configuration = json_set(configuration, '$.Version', '0.0.9+0123456789abcdef')"""));

        using var refused = await Command.RunAsync(_folder.Path, "replay", "old", "--store", "old.db");
        using var asked = await Command.RunAsync(_folder.Path, "replay", "old", "--store", "old.db", "--any-version");

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("was made by version 0.0.9, and this is version ", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("a difference would prove nothing", refused.Errors, StringComparison.Ordinal);
        Assert.True(asked.ExitCode == 0, asked.Output + asked.Errors);
        Assert.Contains("It was made by version 0.0.9, build 01234567; this is version ", asked.Output, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task Ctrl_C_ends_a_replay_cleanly_and_leaves_its_run_as_it_is()
    {
        using var run = await Command.RunAsync(_folder.Path, "run", "bin-packing", "--samples", "100", "--seed", "5", "--name", "long", "--store", "long.db");
        using var replay = Command.Start(_folder.Path, "replay", "long", "--store", "long.db", "--workers", "1");
        while (replay.Children().Count == 0)
        {
            Assert.False(replay.HasEnded, replay.Output + replay.Errors);
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        replay.Interrupt();
        await replay.EndedAsync();

        Assert.True(replay.ExitCode == 130, replay.Output + replay.Errors);
        Assert.Contains("Interrupted.", replay.Errors, StringComparison.Ordinal);
        using var runs = await Command.RunAsync(_folder.Path, "runs", "--store", "long.db");
        Assert.Contains("finished", runs.Output, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task A_models_run_in_two_sessions_comes_out_the_same_when_the_model_is_gone()
    {
        await using (var server = new StubServer(
        [
            .. Enumerable.Range(1, 15).Select(number => StubAnswer.Says($"```csharp\npublic static double Priority_v2(double item, double room, double capacity)\n{{\n    return item - {number} * room;\n}}\n```")),
            new StubAnswer(400, "{}"),
            StubAnswer.Says("I would rather not."),
        ]))
        {
            await AskAsync(server.Address + "#tiny", requests: 8, more: 20);
        }

        await ComesOutTheSameAsync(atLeast: 20);
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task A_real_models_run_comes_out_the_same_without_it()
    {
        Assert.SkipWhen(model.Endpoint is null, "No language model: set FUNSEARCH_TEST_ENDPOINT to one, or FUNSEARCH_TEST_LLM to a command that starts one.");
        await AskAsync(model.Endpoint!, requests: 1, more: 2);

        await ComesOutTheSameAsync(atLeast: 2);
    }

    private static IEnumerable<(string Sql, int ExitCode, string Says)> Tamperings =>
    [
        ("UPDATE outcomes SET scores = (SELECT scores FROM outcomes WHERE id = 0) WHERE id = (SELECT max(id) FROM outcomes WHERE kind = 0 AND scores <> (SELECT scores FROM outcomes WHERE id = 0))",
            4, @"Sample \d+: recorded scored \S+ on train; now \S+ \(input \S+: \S+ became \S+\)\."),
        ("UPDATE proposals SET body = (SELECT body FROM proposals WHERE id = 0) WHERE id = 40", 4, "Sample 40: .*recorded `.*`; now `"),
        ("UPDATE proposals SET parents = (SELECT parents FROM proposals WHERE id = 1) WHERE id = (SELECT max(id) FROM proposals WHERE parents <> (SELECT parents FROM proposals WHERE id = 1))",
            4, @"Sample \d+: recorded with the parents 0; now with the parents \d+"),
        ("UPDATE runs SET configuration = json_set(configuration, '$.SpecificationHash', 'another')", 1, "has changed since the run 'mine' began"),
    ];

    private async Task RunAndKillAsync()
    {
        using (var first = Command.Start(_folder.Path, "run", "bin-packing", "--samples", "60", "--seed", "5", "--name", "mine", "--store", "mine.db"))
        {
            await new Store(Path.Combine(_folder.Path, "mine.db")).SettledAsync(first, 20);
            await first.KillAsync();
        }

        using var second = await Command.RunAsync(_folder.Path, "resume", "mine", "--store", "mine.db", "--workers", "1");
        Assert.True(second.ExitCode == 0, second.Errors);
    }

    private async Task AskAsync(string endpoint, int requests, int more)
    {
        using var run = await Command.RunAsync(_folder.Path, "run", "bin-packing", "--proposer", endpoint, "--requests", $"{requests}", "--seed", "5", "--name", "asked");
        Assert.True(run.ExitCode == 0, run.Errors);
        using var resumed = await Command.RunAsync(_folder.Path, "resume", "asked", "--requests", $"{more}");
        Assert.True(resumed.ExitCode == 0, resumed.Errors);
    }

    // Trials of numbers are samples as well; how many there are hangs on how long the model took.
    private async Task ComesOutTheSameAsync(int atLeast)
    {
        using var replay = await Command.RunAsync(_folder.Path, "replay", "asked");

        Assert.True(replay.ExitCode == 0, replay.Output + replay.Errors);
        var samples = Regex.Match(replay.Output, "The run 'asked' comes out the same: (\\d+) samples");
        Assert.True(samples.Success, replay.Output);
        Assert.InRange(int.Parse(samples.Groups[1].Value, CultureInfo.InvariantCulture), atLeast, 10 * atLeast + 100);
    }
}
