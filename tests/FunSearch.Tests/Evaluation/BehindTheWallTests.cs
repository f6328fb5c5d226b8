using FunSearch.Evaluation;
using FunSearch.Programs;
using FunSearch.Search;
using FunSearch.Specifications;

namespace FunSearch.Tests.Evaluation;

/// <summary>What an honest specification may still do when it is walled in.</summary>
[Collection(Processes.InTurn)]
public sealed class BehindTheWallTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("honest").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("System.Text.RegularExpressions.Regex.Matches(\"1 2 3\", \"[0-9]\").Count - 3")] // code of assemblies that nothing has called before
    [InlineData("System.Text.Json.JsonSerializer.Deserialize<int[]>(\"[1]\")[0] - 1")]
    [InlineData("System.Security.Cryptography.SHA256.HashData(new byte[1])[0] - 0x6e")]
    [InlineData("(int)(System.Numerics.BigInteger.Pow(3, 200) % 2) - 1")]
    [InlineData("System.Collections.Immutable.ImmutableSortedSet.Create(1).Count - 1")]
    [InlineData("new System.Collections.Concurrent.ConcurrentDictionary<int, int>().Count")]
    [InlineData("Table[0] - 7")] // a field that is first read here
    public async Task Runs_what_needs_nothing_from_outside(string nought)
    {
        var outcome = await OutcomeAsync(nought);

        Assert.Equal(new Outcome.Scored(new Signature([6, 15, 34])), outcome);
    }

    [Fact]
    public async Task Who_asks_for_a_thread_is_told_so() => Assert.Equal(
        new Outcome.Failed(OutcomeKind.Crashed, "Input small/a: it asked for a thread, and gets none: a program runs on one, and so do the methods that call it or judge it"),
        await OutcomeAsync("Enumerable.Range(0, 1000).AsParallel().Sum() - 499500"));

    /// <param name="nought">An expression that [Run] adds to everything.</param>
    private async Task<Outcome> OutcomeAsync(string nought)
    {
        File.WriteAllText(Path.Combine(_folder, "table.txt"), "7");
        var problem = new Weighing
        {
            Folder = _folder,
            More = "static readonly int[] Table = File.ReadLines(\"table.txt\").Select(int.Parse).ToArray();",
            Run = $$"""
                [Run] public static Weights Weigh(Box box) => new(box.Numbers.Select(number => Weight(number, box.Numbers) + {{nought}}).ToArray());
                """,
        };
        var cancellation = TestContext.Current.CancellationToken;
        await using var evaluator = await WorkerEvaluator.StartAsync(problem.Build(), data: null, Processes.Patient, workers: 1, cancellation);

        var examination = await evaluator.ExamineAsync(new Subject.Candidate(new Body("{ return number; }")), Split.Train, cancellation);

        return examination.Outcome;
    }
}
