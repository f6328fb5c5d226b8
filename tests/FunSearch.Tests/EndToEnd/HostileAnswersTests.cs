using System.Text.Json;
using FunSearch.Tests.Evaluation;

namespace FunSearch.Tests.EndToEnd;

/// <summary>A whole run of programs that mean harm, as a model might have written them.</summary>
[Collection(Processes.InTurn)]
public sealed class HostileAnswersTests : IDisposable
{
    private static readonly (string Body, string Outcome)[] Answers =
    [
        ("{ while (true) { } }", "timed_out"),
        ("{ return 1 + Priority(item, room, capacity + 1); }", "crashed"),
        ("{ var all = new List<double[]>(); for (int i = 0; ; i++) { all.Add(new double[1 << 20]); all[i][i] = 1; } }", "out_of_memory"),
        ("{ int zero = (int)(item - item); return 1 / zero; }", "crashed"),
        ("{ return new int[3][2][1]; }", "does_not_compile"),
        ("{ return double.NaN; }", "not_finite"),
        ("{ return System.IO.File.ReadAllText(\"/etc/passwd\").Length; }", "forbidden"),
        ("{ System.Environment.Exit(0); return 1; }", "forbidden"),
        ("{ goto end; end: return 1; }", "forbidden"),
        ("{ return item / room; }", "scored"),
        ("{ return  item / room ; /* again */ }", "duplicate"),
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_one_of_them_has_its_outcome_and_the_run_ends_well()
    {
        var lines = Answers.Select(answer => JsonSerializer.Serialize(new { answer = $"```csharp\npublic static double Priority(double item, double room, double capacity)\n{answer.Body}\n```" }));
        _folder.Write("answers.jsonl", string.Join('\n', lines.Append(JsonSerializer.Serialize(new { answer = "I would rather not." }))) + "\n");

        using var run = await Command.RunAsync(_folder.Path, "run", "bin-packing", "--proposer", "recorded:answers.jsonl", "--seed", "1", "--json");

        Assert.True(run.ExitCode == 0, run.Errors);
        using var json = JsonDocument.Parse(run.Output.TrimEnd().Split('\n')[^1]);
        var outcomes = json.RootElement.GetProperty("outcomes");
        Assert.Equal(Answers.Length + 1, json.RootElement.GetProperty("samples").GetInt32());
        Assert.Equal(1, outcomes.GetProperty("no_code").GetInt32());
        Assert.All(
            Answers.CountBy(answer => answer.Outcome),
            expected => Assert.True(expected.Value == outcomes.GetProperty(expected.Key).GetInt32(), $"{expected.Key}: {outcomes}"));

        // The answers are in the journal: the file is not asked for again, nor is what a limit struck run again.
        File.Delete(Path.Combine(_folder.Path, "answers.jsonl"));
        using var replay = await Command.RunAsync(_folder.Path, "replay", "bin-packing-or-1");
        Assert.True(replay.ExitCode == 0, replay.Output + replay.Errors);
        Assert.Contains($"comes out the same: {Answers.Length + 1} samples", replay.Output, StringComparison.Ordinal);
        Assert.Contains("2 outcomes taken as recorded", replay.Output, StringComparison.Ordinal);
    }
}
