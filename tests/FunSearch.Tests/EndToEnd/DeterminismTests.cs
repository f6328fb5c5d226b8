using System.Security.Cryptography;
using System.Text;
using FunSearch.Accounts;
using FunSearch.Evaluation;
using FunSearch.Islands;
using FunSearch.Programs;
using FunSearch.Proposers.Syntax;
using FunSearch.Replaying;
using FunSearch.Search;
using FunSearch.Specifications;
using FunSearch.Tests.Evaluation;
using FunSearch.Tests.Search;
using FunSearch.Tuning;

namespace FunSearch.Tests.EndToEnd;

/// <summary>One seed gives one search: the same lines in the journal, whatever the number of workers and however often it was killed.</summary>
[Collection(Processes.InTurn)]
public sealed class DeterminismTests(ITestOutputHelper output) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Category", "Long")]
    public async Task A_run_is_the_same_with_1_2_and_4_workers_left_alone_killed_once_and_killed_twice()
    {
        var digests = new List<string>();
        foreach (var workers in new[] { 1, 2, 4 })
        {
            digests.Add(await RunAsync($"{workers} workers, left alone", workers));
            digests.Add(await RunAsync($"{workers} workers, killed after 120, resumed with {workers}", workers, (120, workers)));
            digests.Add(await RunAsync($"{workers} workers, killed after 60 and 170, resumed with {workers % 4 + 1} and {5 - workers}", workers, (60, workers % 4 + 1), (170, 5 - workers)));
        }

        Assert.Single(digests.Distinct());
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task Islands_are_reset_at_the_same_point_with_1_and_4_workers_and_after_a_kill()
    {
        var islands = new IslandOptions { Islands = 4, ResetPeriod = 20 };

        var alone = Story.Of(await SearchAsync("1 worker, left alone", islands, (1, int.MaxValue)));
        var killed = Story.Of(await SearchAsync("4 workers, killed after 150 lines, resumed with 2", islands, (4, 150), (2, int.MaxValue)));

        Assert.Contains(alone, line => line.StartsWith("reset ", StringComparison.Ordinal));
        Assert.Equal(alone, killed);
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task The_same_candidates_are_cut_short_with_1_and_4_workers_and_after_a_kill_and_in_a_replay()
    {
        var islands = new IslandOptions { Islands = 1 };

        var alone = await SearchAsync("1 worker, left alone", islands, (1, int.MaxValue));
        var killed = await SearchAsync("4 workers, killed after 190 lines, resumed with 2", islands, (4, 190), (2, int.MaxValue));
        var replayed = await ReplayAsync(killed, islands);

        Assert.Contains(alone.OfType<JournalEntry.Settled>(), entry => entry.Outcome.Kind == OutcomeKind.CutShort);
        Assert.Equal(Story.Of(alone), Story.Of(killed));
        Assert.Null(replayed.Difference);
        Assert.Equal(0, replayed.RecordedAsIs);
    }

    /// <param name="kills">After how many samples it is killed, and with how many workers it goes on.</param>
    /// <returns>A digest of the journal.</returns>
    private async Task<string> RunAsync(string name, int workers, params (int Settled, int Workers)[] kills)
    {
        var file = $"{name.Replace(' ', '-').Replace(",", "", StringComparison.Ordinal)}.db";
        var store = new Store(Path.Combine(_folder.Path, file));
        string[] start = ["run", "bin-packing", "--samples", "240", "--seed", "5", "--name", "one", "--store", file, "--workers", $"{workers}"];
        foreach (var (settled, next) in kills)
        {
            using var command = Command.Start(_folder.Path, start);
            await store.SettledAsync(command, settled);
            await command.KillAsync();
            start = ["resume", "one", "--store", file, "--workers", $"{next}"];
        }

        using var last = await Command.RunAsync(_folder.Path, start);
        Assert.True(last.ExitCode == 0, last.Errors);
        return Told(name, Story.Of(await store.JournalAsync()));
    }

    /// <summary>A search on real workers; its journal breaks after each session's lines.</summary>
    private async Task<IReadOnlyList<JournalEntry>> SearchAsync(string name, IslandOptions islands, params (int Workers, int Lines)[] sessions)
    {
        var specification = BinPacking();
        IReadOnlyList<JournalEntry> past = [];
        foreach (var (workers, lines) in sessions)
        {
            var journal = new LoopFixture.Memory(past) { DiesAfter = lines };
            await using var evaluator = await WorkerEvaluator.StartAsync(specification, data: null, Processes.Patient, workers, Cancellation);
            var loop = new SearchLoop(
                specification, Options(islands), new SyntaxProposer(specification), LiteralTuner.For(specification), await StagedAsync(evaluator, specification), journal, TimeProvider.System);
            var search = loop.RunAsync(new Budget { Samples = 120 }, Cancellation);
            await (lines == int.MaxValue ? (Task)search : Assert.ThrowsAsync<StoreException>(() => search));
            past = journal.Entries;
        }

        Told(name, Story.Of(past));
        return past;
    }

    private static async Task<ReplayResult> ReplayAsync(IReadOnlyList<JournalEntry> journal, IslandOptions islands)
    {
        var specification = BinPacking();
        await using var evaluator = await WorkerEvaluator.StartAsync(specification, data: null, Processes.Patient, workers: 2, Cancellation);
        var author = new AskedAgain(new SyntaxProposer(specification));
        var replayer = new Replayer(specification, Options(islands), author, LiteralTuner.For(specification), await StagedAsync(evaluator, specification), new LoopFixture.Memory(journal));
        return await replayer.RunAsync(journal.OfType<JournalEntry.Verified>().MaxBy(entry => entry.Merit)!.Id, Cancellation);
    }

    /// <summary>What the inputs cost is measured anew, and must come out the same.</summary>
    private static async Task<StagedEvaluator> StagedAsync(WorkerEvaluator evaluator, Specification specification) =>
        new(evaluator, Stage.FirstOf((await evaluator.CountAsync(specification.FirstBody, Cancellation))!));

    private static SearchOptions Options(IslandOptions islands) => new() { Seed = 5, Window = 8, Islands = islands, Tuning = new TuningOptions() };

    private static Specification BinPacking()
    {
        var place = ProblemFinder.Find("bin-packing");
        return SpecificationReader.Read(place.Path, place.Problem, place.Variant);
    }

    private string Told(string name, List<string> story)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', story))))[..16];
        output.WriteLine($"{digest}  {story.Count(line => line.StartsWith("reset ", StringComparison.Ordinal))} resets  {name}");
        return digest;
    }
}
