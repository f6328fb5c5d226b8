using FunSearch.App.Reports;
using FunSearch.App.Settings;
using FunSearch.Runs;
using FunSearch.Search;
using FunSearch.Specifications;
using FunSearch.Storage.Sqlite;

namespace FunSearch.App.Comparisons;

/// <summary>One sitting of a comparison: from what can be refused before anything starts to the tables.</summary>
/// <param name="path">Of the store, as it was typed.</param>
/// <param name="chart">Null when none is asked for.</param>
/// <param name="again">What is typed to go on.</param>
internal sealed class ComparisonSession(
    ComparisonPlan plan, SearchEngine engine, string path, int workers, NewFile? chart, string again, Terminal terminal)
{
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        chart?.Check();
        var specification = await terminal.DuringAsync("checking the settings", () => RefuseAsync(cancellationToken));
        var store = Composition.OpenExistingStore(path);
        terminal.Say($"{specification.Title}: {plan.Describe()}");
        var (finished, unfinished) = await SearchAsync(store, cancellationToken);
        if (finished.Count > 0)
        {
            finished = await OnTestAsync(specification, finished);
        }

        // Told to the end even after Ctrl-C; a second one does not come here. A picture waits until there is all of it to see.
        var report = new ComparisonReport(plan, specification.Title, specification.Measures, finished, unfinished, store.Path);
        var drawn = chart is not null && unfinished.Count == 0;
        if (drawn)
        {
            await chart!.WriteAsync(report.Chart().Svg(), CancellationToken.None);
        }

        terminal.Say(report.Render(terminal.Width));
        if (drawn)
        {
            terminal.Say($"Wrote {chart!.Path}.");
        }

        if (unfinished.Count > 0)
        {
            terminal.Say($"Go on, with what is done taken from the store:  {again}");
        }

        terminal.AnswerScript(report.Json(drawn ? chart!.Path : null));
        return cancellationToken.IsCancellationRequested ? ExitCodes.Interrupted : unfinished.Count > 0 ? ExitCodes.Failed : ExitCodes.Done;
    }

    /// <summary>Whatever <c>run</c> would refuse of any setting is refused before the first run, and so is another run under a name of ours.</summary>
    private async Task<Specification> RefuseAsync(CancellationToken cancellationToken)
    {
        Specification? specification = null;
        foreach (var legs in plan.Legs.GroupBy(leg => leg.Setting))
        {
            await using var planned = await PlanAsync(legs.First(), cancellationToken);
            specification ??= planned.Specification;
            var store = Composition.OpenExistingStore(path);
            var names = await store.NamesAsync(cancellationToken);
            foreach (var leg in legs.Where(leg => names.Contains(leg.Run)))
            {
                var wanted = planned.Configuration with { Search = planned.Configuration.Search with { Seed = leg.Seed } };
                SameRun.Require(wanted, (await store.FindRunAsync(leg.Run, cancellationToken)).Configuration, store.Path);
            }
        }

        return specification!;
    }

    private async Task<SearchPlan> PlanAsync(Leg leg, CancellationToken cancellationToken)
    {
        try
        {
            // Its own name is taken where it is to go on.
            var request = plan.RequestFor(leg);
            var isStored = File.Exists(path) && (await Composition.OpenExistingStore(path).NamesAsync(cancellationToken)).Contains(leg.Run);
            var planned = await engine.PlanAsync(isStored ? request with { Name = null } : request, cancellationToken);
            await planned.TryOutAsync(cancellationToken);
            return planned;
        }
        catch (Exception exception) when (exception is RunException or ProposerException)
        {
            throw new CommandException(
                $"The setting '{leg.Setting.Name}' cannot run. {exception.Message}\nWhat is compared is said by --setting, once for each.", exception);
        }
    }

    private async Task<(IReadOnlyList<FinishedLeg> Finished, IReadOnlyList<UnfinishedLeg> Unfinished)> SearchAsync(
        SqliteStore store, CancellationToken cancellationToken)
    {
        var runner = new LegRunner(plan, engine, store, terminal);
        var finished = new List<FinishedLeg>();
        var unfinished = new List<UnfinishedLeg>();
        foreach (var (index, leg) in plan.Legs.Index())
        {
            var (done, failed) = cancellationToken.IsCancellationRequested
                ? (null, new UnfinishedLeg(leg, "It has not been started."))
                : await runner.RunAsync(leg, $"({index + 1}/{plan.Legs.Count})", cancellationToken);
            finished.AddRange(new[] { done }.OfType<FinishedLeg>());
            unfinished.AddRange(new[] { failed }.OfType<UnfinishedLeg>());
        }

        return (finished, unfinished);
    }

    /// <summary>The champions with their test scores, which nothing was chosen by.</summary>
    private async Task<IReadOnlyList<FinishedLeg>> OnTestAsync(Specification specification, IReadOnlyList<FinishedLeg> finished)
    {
        if (!specification.Splits.Contains(Split.Test) && plan.Common.Data is null)
        {
            return finished;
        }

        var stored = finished[0].Summary.Configuration;
        return await terminal.DuringAsync("scoring the champions on the test inputs", async () =>
        {
            await using var evaluator = await Composition.StartEvaluatorAsync(specification, stored.Data, stored.Limits, workers, CancellationToken.None);
            var contenders = await new Comparison(specification, evaluator).OnTestAsync([.. finished.Select(leg => leg.Best)], CancellationToken.None);
            return finished.Zip(contenders, (leg, best) => leg with { Best = best }).ToList();
        });
    }
}
