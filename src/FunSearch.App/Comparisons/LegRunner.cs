using FunSearch.Accounts;
using FunSearch.App.Settings;
using FunSearch.App.Views;
using FunSearch.Runs;
using FunSearch.Search;
using FunSearch.Specifications;
using FunSearch.Storage;
using FunSearch.Storage.Sqlite;
using Spectre.Console;

namespace FunSearch.App.Comparisons;

/// <summary>Brings the runs of a comparison to their ends: takes what is finished from the store, goes on with what was interrupted, starts what is
/// missing.</summary>
internal sealed class LegRunner(ComparisonPlan plan, SearchEngine engine, SqliteStore store, Terminal terminal)
{
    private static readonly TimeSpan Renewal = TimeSpan.FromMilliseconds(250);

    /// <returns>Exactly one of the two.</returns>
    public async Task<(FinishedLeg? Finished, UnfinishedLeg? Unfinished)> RunAsync(Leg leg, string place, CancellationToken cancellationToken)
    {
        try
        {
            var isStored = (await store.NamesAsync(cancellationToken)).Contains(leg.Run);
            var wasFinished = isStored && (await store.FindRunAsync(leg.Run, cancellationToken)).State == RunState.Finished;
            if (!wasFinished && await SearchAsync(leg, isStored, place, cancellationToken) == StopReason.Interrupted)
            {
                return (null, new UnfinishedLeg(leg, "It was interrupted."));
            }

            var finished = await ReadAsync(leg, cancellationToken);
            terminal.Say($"{place} {Describe(finished)}{(wasFinished ? ", from the store" : "")}");
            return (finished, null);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return (null, new UnfinishedLeg(leg, "It was interrupted."));
        }
        catch (Exception exception) when (exception is RunException or ProposerException or SpecificationException or StoreException)
        {
            terminal.Say($"{place} {leg.Setting.Name}, seed {leg.Seed}: failed. {exception.Message}");
            return (null, new UnfinishedLeg(leg, exception.Message));
        }
    }

    private async Task<StopReason> SearchAsync(Leg leg, bool isStored, string place, CancellationToken cancellationToken)
    {
        await using var planned = isStored
            ? await engine.PlanResumeAsync(leg.Run, budget => budget, proposer: null, cancellationToken)
            : await engine.PlanAsync(plan.RequestFor(leg), cancellationToken);
        await using var running = await planned.StartAsync(cancellationToken);
        var search = running.SearchAsync(cancellationToken);
        return terminal.IsLive
            ? await terminal.Screen.Status().StartAsync(place, status => ShowAsync(status, search, running, leg, place))
            : await search;
    }

    private static async Task<StopReason> ShowAsync(StatusContext status, Task<StopReason> search, RunningSearch running, Leg leg, string place)
    {
        while (!search.IsCompleted)
        {
            var so = running.Progress is { Best: { } best } progress
                ? $": {Words.Count(progress.Samples, "sample")} in {Durations.Clock(progress.Elapsed)}, best {running.Specification.InUsersSign(best):G6} on train"
                : "";
            status.Status = Markup.Escape($"{place} {leg.Setting.Name}, seed {leg.Seed}{so}");
            await Task.WhenAny(search, Task.Delay(Renewal, Composition.Time));
        }

        return await search;
    }

    private async Task<FinishedLeg> ReadAsync(Leg leg, CancellationToken cancellationToken)
    {
        var summary = await store.FindRunAsync(leg.Run, cancellationToken);
        return summary.Best is { } champion
            ? new FinishedLeg(leg, summary, await store.ReadMilestonesAsync(leg.Run, cancellationToken), Contender.Best(champion))
            : throw new StoreException($"The run '{leg.Run}' is finished and has no best program. The store is damaged: delete the run, and compare again.");
    }

    private static string Describe(FinishedLeg finished)
    {
        var measures = finished.Summary.Configuration.Measures;
        var validation = finished.Best.Mean(Split.Validation) is { } score ? $", its champion {measures.InUsersSign(score):G6} on validation" : "";
        return $"{finished.Leg.Setting.Name}, seed {finished.Leg.Seed}: best {measures.InUsersSign(finished.Milestones[^1].Score):G6} on train{validation}; "
            + $"{Words.Count(finished.Summary.Samples, "sample")} in {Durations.Clock(finished.Summary.Elapsed)}";
    }
}
