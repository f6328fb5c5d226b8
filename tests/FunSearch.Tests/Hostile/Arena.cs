using System.Diagnostics;
using FunSearch.Evaluation;
using FunSearch.Programs;
using FunSearch.Search;
using FunSearch.Specifications;
using FunSearch.Tests.Evaluation;
using FunSearch.Worker.Compiling;
using FunSearch.Worker.Wire;

namespace FunSearch.Tests.Hostile;

/// <summary>Where hostile programs are met: one evaluator of two runners behind some walls, a decent program beside each of them and after
/// it, and a canary outside.</summary>
public abstract class Arena : IAsyncLifetime
{
    private static readonly Body Decent = new("{ return number; }");
    private static readonly Outcome DecentScore = new Outcome.Scored(new Signature([6, 15, 34]));
    private static readonly Limits Limits = new() { Time = TimeSpan.FromSeconds(2) };

    private readonly Canary _canary = new();
    private readonly Walls _walls;
    private readonly Specification _problem;

    /// <summary>The canary's folder is the specification's: it may be read while inputs are made.</summary>
    private protected Arena(Walls walls) => (_walls, _problem) = (walls, new Weighing { Folder = _canary.Folder }.Build());

    internal WorkerEvaluator Evaluator { get; private set; } = null!;

    private HashSet<int> Workers => [.. Evaluator.Workers.Select(worker => worker.Id)];

    public async ValueTask InitializeAsync()
    {
        Evaluator = await WorkerEvaluator.StartAsync(_problem, data: null, Limits, workers: 2, _walls, CancellationToken.None);
        await EvaluateAsync(Decent);
    }

    public async ValueTask DisposeAsync()
    {
        await Evaluator.DisposeAsync();
        _canary.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Runs it beside a decent program, and waits until whatever ended because of it is gone.</summary>
    internal async Task<Encounter> MeetAsync(string program)
    {
        var body = _canary.Locate(program);
        var before = Workers;
        var start = Stopwatch.GetTimestamp();
        var hostile = EvaluateAsync(new Body(body));
        var beside = EvaluateAsync(Decent);

        var outcome = await hostile;
        var verdict = Stopwatch.GetElapsedTime(start);
        var lost = before.Except(Workers).ToList();
        foreach (var worker in lost)
        {
            await Processes.GoneAsync(worker);
        }

        var toGone = Stopwatch.GetElapsedTime(start) - verdict;
        Assert.Equal(DecentScore, await beside);
        return new Encounter(body, outcome, verdict, lost.Count, toGone);
    }

    /// <summary>From the moment that the limit of time is reached until the runner is gone. The program is compiled, and the runner ready, before.</summary>
    internal async Task<TimeSpan> OverTimeAsync(string program)
    {
        var image = ((Compiled.Image)new CandidateCompiler(Setups.ForCompiler(_problem).Setup, _walls.Language).Compile(_canary.Locate(program))).Bytes;
        await using var fleet = new WorkerFleet(_walls);
        var runner = await new RunnerFactory(fleet, _problem, data: null, Limits).StartAsync(CancellationToken.None);
        var process = fleet.Workers.Single().Id;
        var start = Stopwatch.GetTimestamp();

        await runner.AskAsync(new Run(image, "", "train", WithSolutions: false), Split.Train, Limits.Time, CancellationToken.None);
        await Processes.GoneAsync(process);

        return Stopwatch.GetElapsedTime(start) - Limits.Time;
    }

    /// <summary>A decent program scores as ever, and outside everything is as it was.</summary>
    internal async Task NobodyIsHarmedAsync()
    {
        Assert.Equal(DecentScore, await EvaluateAsync(Decent));
        Assert.True(_canary.IsUntouched);
    }

    private Task<Outcome> EvaluateAsync(Body body) => Evaluator.EvaluateAsync(body, CancellationToken.None);

    public sealed class BehindAllWalls() : Arena(FunSearch.Evaluation.Walls.All);

    public sealed class WithoutLanguageWall() : Arena(FunSearch.Evaluation.Walls.All with { Language = false });
}
