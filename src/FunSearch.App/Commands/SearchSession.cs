using FunSearch.App.Reports;
using FunSearch.App.Settings;
using FunSearch.App.Views;
using FunSearch.Search;
using FunSearch.Storage;
using FunSearch.Specifications;
using FunSearch.Storage.Sqlite;

namespace FunSearch.App.Commands;

/// <summary>One sitting of a run, new or resumed: from starting its workers to telling its result.</summary>
internal sealed class SearchSession(Specification specification, RunConfiguration configuration, Budget budget, int workers, SqliteStore store)
{
    /// <summary>Searches and reports.</summary>
    /// <param name="isNew">True when the store does not know the run yet.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(bool isNew, Terminal terminal, CancellationToken cancellationToken)
    {
        var facts = new RunFacts(specification, configuration, budget, workers, store.Path, []);
        terminal.Say(new RunHeader(facts).Render());

        // What cannot be had is said before the run is in the store.
        using var proposer = await Composition.CreateProposerAsync(Choice(), specification, cancellationToken);
        await using var evaluator = await Composition.StartEvaluatorAsync(
            specification, configuration.Data, configuration.Limits, workers, cancellationToken);
        var comparison = new Comparison(specification, evaluator);
        facts = facts with { Baselines = await comparison.BaselinesAsync([Split.Train, Split.Validation], cancellationToken) };
        TellBaselines(facts, terminal);
        await (isNew
            ? store.CreateRunAsync(configuration, cancellationToken)
            : store.UpdateBudgetAsync(configuration.Name, budget, cancellationToken));
        await using var journal = await store.OpenJournalAsync(configuration.Name, cancellationToken);
        var loop = Composition.CreateLoop(specification, configuration, proposer.Proposer, evaluator, journal);
        var (stop, failure) = await SearchAsync(loop, facts, terminal, cancellationToken);

        if (stop != StopReason.Interrupted)
        {
            await store.MarkFinishedAsync(configuration.Name, CancellationToken.None);
        }

        // Told to the end even after Ctrl-C; a second one does not come here.
        return await ReportAsync(loop.Progress, stop, failure, facts, comparison, terminal);
    }

    // The live view shows them all the time.
    private static void TellBaselines(RunFacts facts, Terminal terminal)
    {
        if (!terminal.IsLive && facts.Baselines.Count > 0)
        {
            terminal.Say(ScoreboardView.Render(new Scoreboard(facts.Specification, facts.Baselines, []), terminal.Width));
        }
    }

    private async Task<(StopReason Stop, Exception? Failure)> SearchAsync(
        SearchLoop loop, RunFacts facts, Terminal terminal, CancellationToken cancellationToken)
    {
        try
        {
            // The loop computes a lot between its waits: it must not hold up the view.
            var search = Task.Run(() => loop.RunAsync(budget, cancellationToken), CancellationToken.None);
            await new ProgressWatch(facts, terminal, Composition.Time).UntilAsync(search, () => loop.Progress);
            return (await search, null);
        }
        catch (Exception exception) when (loop.Progress is not null && exception is ProposerException or StoreException)
        {
            return (StopReason.Interrupted, exception);
        }
    }

    private async Task<int> ReportAsync(
        SearchProgress? progress, StopReason stop, Exception? failure, RunFacts facts, Comparison comparison, Terminal terminal)
    {
        if (progress?.Champion is not { } champion)
        {
            terminal.Complain($"Interrupted before the first program had scored. Go on: ./funsearch resume {configuration.Name}");
            return ExitCodes.Interrupted;
        }

        var contenders = await comparison.OnTestAsync([RunFacts.Best(champion), .. facts.Baselines], champion, CancellationToken.None);
        var why = failure is null ? Words.Of(stop, budget) : "Stopped by an error; everything up to here is stored.";
        terminal.Say(new RunReport(facts, progress, why, stop != StopReason.Interrupted, contenders).Render(terminal.Width));
        if (failure is not null)
        {
            terminal.Complain(failure.Message);
        }

        terminal.AnswerScript(RunJson.Of(facts, progress, champion, contenders[0]));
        return (stop, failure) switch
        {
            (_, not null) => ExitCodes.Failed,
            (StopReason.Interrupted, _) => ExitCodes.Interrupted,
            _ when budget.Target is { } target && !IsReached(target, progress) => ExitCodes.TargetMissed,
            _ => ExitCodes.Done,
        };
    }

    // The champion is picked by validation: another program may be the one that reached the target on train.
    private bool IsReached(double target, SearchProgress progress)
    {
        var score = specification.InUsersSign(progress.Islands.Max(island => island.Best));
        return specification.Minimise ? score <= target : score >= target;
    }

    private ProposerChoice Choice() => ProposerChoice.TryParse(configuration.Proposer, out var choice)
        ? choice
        : throw new CommandException($"The run's proposer is '{configuration.Proposer}', and this version knows none of that name.");
}
