using System.Text.Json;
using FunSearch.Tests.Evaluation;

namespace FunSearch.Tests.EndToEnd.Soaking;

/// <summary>One long run, watched from outside: what it takes of the machine does not grow, and nothing of it stays.</summary>
[Collection(Processes.InTurn)]
public sealed class SoakTests(ITestOutputHelper output) : IDisposable
{
    private const int Candidates = 20_000;

    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _temporary = new();
    private readonly HashSet<int> _workers = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _folder.Dispose();
        _temporary.Dispose();
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task Of_20_000_candidates_that_all_differ_nothing_stays()
    {
        var answers = new SoakAnswers(Candidates);
        _folder.Write("answers.jsonl", answers.Text);
        var shared = SharedMemory();

        using var run = Command.Start(
            new Dictionary<string, string> { ["TMPDIR"] = _temporary.Path }, _folder.Path,
            "run", "cap-set:3", "--proposer", "recorded:answers.jsonl", "--seed", "1", "--workers", "2", "--limit", "500ms", "--time", "none", "--store", "soak.db", "--name", "soak", "--json");
        var footprints = await WatchAsync(run);
        Tell(footprints);

        Assert.True(run.ExitCode == 0, run.Errors);
        AssertOutcomes(answers, run.Output);
        AssertFlat("the host", footprints, footprint => footprint.Host);
        AssertFlat("the compiler", footprints, footprint => footprint.Compiler);
        AssertFlat("the largest runner", footprints, footprint => footprint.LargestRunner);
        AssertFlat("the host's open files", footprints, footprint => footprint.Files);
        Assert.InRange(Median(footprints, 3, footprint => footprint.Processes), 5, 5);
        Assert.DoesNotContain(_workers, Processes.IsAlive);
        // The claim to a run stands beside the store as long as the run stands in it.
        Assert.Equal(["answers.jsonl", "soak.db", "soak.db.soak.lock"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName).Order());
        Assert.Empty(Directory.GetFileSystemEntries(_temporary.Path));
        Assert.Empty(SharedMemory().Except(shared));
    }

    private async Task<List<Footprint>> WatchAsync(Command run)
    {
        var store = new Store(Path.Combine(_folder.Path, "soak.db"));
        var footprints = new List<Footprint>();
        while (!run.HasEnded)
        {
            await Task.Delay(200, Cancellation);
            var samples = File.Exists(Path.Combine(_folder.Path, "soak.db")) ? await store.SamplesAsync() : 0;
            var workers = run.Children();
            _workers.UnionWith(workers);
            if (samples is > 0 and < Candidates)
            {
                footprints.Add(Footprint.Of(run, workers, samples));
            }
        }

        return footprints;
    }

    private void Tell(List<Footprint> footprints)
    {
        output.WriteLine($"{"samples",8} {"processes",10} {"open files",10} {"host MB",9} {"compiler",9}   runners");
        foreach (var footprint in footprints.DistinctBy(footprint => footprint.Samples / 1_000))
        {
            output.WriteLine(footprint.ToString());
        }
    }

    /// <summary>All ended as they must; on a busy machine an honest one in a hundred may have been struck by the limit of time.</summary>
    private static void AssertOutcomes(SoakAnswers answers, string json)
    {
        var report = JsonDocument.Parse(json.TrimEnd().Split('\n')[^1]).RootElement;
        var outcomes = report.GetProperty("outcomes");
        Assert.Equal(Candidates, report.GetProperty("samples").GetInt32());
        Assert.All(answers.Outcomes, expected => Assert.True(
            Math.Abs(outcomes.GetProperty(expected.Key).GetInt32() - expected.Value) <= Candidates / 100, $"{expected}: {outcomes}"));
    }

    /// <summary>The first quarter warms up. Of what grows with every candidate, there is twice as much in the last quarter as in the second.</summary>
    private static void AssertFlat(string what, List<Footprint> footprints, Func<Footprint, double> of)
    {
        var (second, last) = (Median(footprints, 1, of), Median(footprints, 3, of));

        Assert.True(last <= (1.25 * second) + 10, $"Of {what}, there was {second:0} in the second quarter and {last:0} in the last.");
    }

    private static double Median(List<Footprint> footprints, int quarter, Func<Footprint, double> of)
    {
        var values = footprints.Where(footprint => footprint.Samples * 4 / Candidates == quarter).Select(of).Order().ToList();
        return values[values.Count / 2];
    }

    private static string[] SharedMemory() => Directory.GetFileSystemEntries("/dev/shm");
}
