using FunSearch.Evaluation;
using FunSearch.Programs;
using FunSearch.Tests.Evaluation;
using FunSearch.Worker.Walls;

namespace FunSearch.Tests.Hostile;

/// <summary>Every hostile program, behind all walls, and behind those that are left when one is taken away.</summary>
[Collection(Processes.InTurn)]
public sealed class HostileSuiteTests(Arena.BehindAllWalls walled, Arena.WithoutLanguageWall unwalled)
    : IClassFixture<Arena.BehindAllWalls>, IClassFixture<Arena.WithoutLanguageWall>
{
    public static TheoryData<string> Programs() => [.. HostileProgram.All.Keys];

    public static TheoryData<string> ThatReachTheRunner() => [.. HostileProgram.All.Values.Where(program => program.Unwalled is not null).Select(program => program.Name)];

    [Theory]
    [MemberData(nameof(Programs))]
    public Task Ends_as_what_it_is_and_harms_nobody(string program) =>
        MeetsItsFateAsync(walled, HostileProgram.All[program], HostileProgram.All[program].Walled);

    [Theory]
    [MemberData(nameof(ThatReachTheRunner))]
    public Task Harms_nobody_either_when_it_is_let_into_the_runner(string program)
    {
        Assert.SkipUnless(ProcessWall.Here is { Seccomp: true, Landlock: true }, "This machine cannot build the process wall.");

        return MeetsItsFateAsync(unwalled, HostileProgram.All[program], HostileProgram.All[program].Unwalled!);
    }

    [Fact]
    public async Task The_language_wall_holds_without_the_process_wall()
    {
        var programs = HostileProgram.All.Values.Where(program => Wall.OfLanguage.Contains(program.Walled.Wall)).ToList();
        using var canary = new Canary();
        await using var evaluator = await WorkerEvaluator.StartAsync(
            new Weighing { Folder = canary.Folder }.Build(), data: null, Processes.Patient, workers: 1, Processes.LanguageWallAlone, TestContext.Current.CancellationToken);

        var outcomes = await Task.WhenAll(programs.Select(program =>
            evaluator.EvaluateAsync(new Body(canary.Locate(program.Body)), TestContext.Current.CancellationToken)));

        Assert.All(programs.Zip(outcomes), met => Assert.Contains(met.First.Walled.Detail, Assert.IsType<Outcome.Failed>(met.Second).Detail, StringComparison.Ordinal));
        Assert.True(canary.IsUntouched);
    }

    [Fact]
    public void The_suite_is_large_enough()
    {
        Assert.True(HostileProgram.All.Count >= 60);
        Assert.True(ThatReachTheRunner().Count >= 20);
        Assert.Equal(HostileProgram.All.Count, HostileProgram.All.Values.Select(program => program.Body).Distinct().Count());
    }

    [Fact]
    public async Task Many_at_once_get_their_own_outcomes()
    {
        var bodies = Enumerable.Range(1, 40).Select(i => new Body(i % 20 == 0 ? Processes.Endless : $"{{ return number * {i}; }}"));

        var outcomes = await Task.WhenAll(bodies.Select(body => walled.Evaluator.EvaluateAsync(body, TestContext.Current.CancellationToken)));

        Assert.Equal(
            Enumerable.Range(1, 40).Select(i => i % 20 == 0 ? (double?)null : 34 * i),
            outcomes.Select(outcome => outcome is Outcome.Scored scored ? scored.Signature.Scores[^1] : (double?)null));
    }

    private static async Task MeetsItsFateAsync(Arena arena, HostileProgram program, Fate fate)
    {
        var met = await arena.MeetAsync(program.Body);

        Assert.Contains(fate.Detail, met.Detail, StringComparison.Ordinal);
        Assert.Contains(met.Fate.Wall, fate.Wall.Split(" or "));
        Assert.Contains(met.Fate.Outcome, fate.Outcome.Split(" or "));
        Assert.Equal(Wall.Deadly.Contains(met.Fate.Wall) ? 1 : 0, met.Lost);
        await arena.NobodyIsHarmedAsync();
    }
}
