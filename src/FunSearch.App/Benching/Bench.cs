using FunSearch.Accounts;
using FunSearch.Evaluation;
using FunSearch.Programs;
using FunSearch.Proposers.Syntax;
using FunSearch.Runs;
using FunSearch.Search;
using FunSearch.Specifications;

namespace FunSearch.App.Benching;

/// <summary>Measures real searches: embedded proposer, processes, walls and journal as in any run, in a store that is thrown away.</summary>
/// <param name="samples">Of each search; as many before them warm it up.</param>
internal sealed class Bench(string problem, UserData? data, Limits limits, int samples) : IDisposable
{
    private const int Repeats = 30;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("funsearch-bench-");

    /// <exception cref="SpecificationException">There is no such problem, or no search can start from it.</exception>
    public async Task<BenchResult> MeasureAsync(IEnumerable<int> workers, Action<string> tell, CancellationToken cancellationToken)
    {
        var rows = new List<Throughput>();
        var best = default(Body);
        foreach (var count in workers)
        {
            tell($"{problem}: {samples:N0} samples with {Views.Words.Count(count, "worker")}");
            (var row, best) = await SearchAsync(count, cancellationToken);
            rows.Add(row);
        }

        tell($"{problem}: candidates beside the same functions compiled ahead");
        var specification = Problems.Read(problem);
        var ratios = new List<RunRatio>();
        foreach (var (name, body) in new[] { ("first program", specification.FirstBody), ("best found", best!) })
        {
            if (await RatioAsync(specification, name, body, cancellationToken) is { } ratio)
            {
                ratios.Add(ratio);
            }
        }

        tell($"{problem}: the best with other literals");
        await using var evaluator = await Composition.StartSolverAsync(specification, data, limits, workers: 1, cancellationToken);
        await using var plain = await Composition.StartSolverAsync(specification, data, limits, workers: 1, cancellationToken);
        plain.LiftsLiterals = false;
        var trial = await new LiteralTrials(evaluator, plain).MeasureAsync(best!, cancellationToken);
        return new BenchResult(specification.Title, evaluator.Inputs[Split.Train].Count, rows, ratios, trial);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<(Throughput Row, Body Best)> SearchAsync(int workers, CancellationToken cancellationToken)
    {
        TimedProposer? proposer = null;
        RunningSearch? running = null;
        Reading? from = null;

        // Trials of numbers are samples too, and nobody reports them: the search itself counts.
        void Reported() => from ??= running!.Progress is { Samples: var settled } && settled >= samples ? Reading.Take(running.Evaluator, settled, proposer!.Elapsed) : null;

        // The embedded proposer's programs need no word, whatever the stopwatch around it is called.
        var engine = Composition.Engine(Path.Combine(_folder.FullName, $"{workers}.db"), workers, allowUnsandboxed: true);
        await using var search = await engine.StartAsync(
            new SearchRequest(problem)
            {
                Proposer = ProposerChoice.Own("embedded", specification => proposer = new TimedProposer(new SyntaxProposer(specification), Reported)),
                Budget = new Budget { Samples = 2 * samples },
                Seed = 1,
                Limits = limits,
                Data = data,
            },
            cancellationToken);
        running = search;
        await search.SearchAsync(cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        var to = Reading.Take(search.Evaluator, 2 * samples, proposer!.Elapsed);
        return (new Throughput(workers, from!, to), search.Progress!.Champion!.Program.Body);
    }

    /// <returns>Null where the body does not compile into the specification: a candidate sees more namespaces.</returns>
    private async Task<RunRatio?> RatioAsync(Specification specification, string name, Body body, CancellationToken cancellationToken)
    {
        Specification ahead;
        try
        {
            ahead = Problems.CompileAhead(specification, body);
        }
        catch (InvalidOperationException)
        {
            return null;
        }

        await using var candidates = await Composition.StartSolverAsync(specification, data, limits, workers: 1, cancellationToken);
        await using var direct = await Composition.StartSolverAsync(ahead, data, limits, workers: 1, cancellationToken);
        var (candidate, limit) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            // In turn: what else the machine does meanwhile strikes both.
            candidate = Least(candidate, await RunAsync(candidates, evaluator => evaluator.EvaluateAsync(body, cancellationToken)));
            limit = Least(limit, await RunAsync(direct, evaluator => evaluator.RunCompiledAheadAsync(cancellationToken)));
        }

        return new RunRatio(name, candidate.TotalMilliseconds, candidate / limit);
    }

    private static async Task<TimeSpan> RunAsync(WorkerEvaluator evaluator, Func<WorkerEvaluator, Task> evaluate)
    {
        var before = evaluator.Stages.Sum;
        await evaluate(evaluator);
        return evaluator.Stages.Sum.Since(before).Run;
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
