using FunSearch.App.Settings;
using FunSearch.App.Views;
using FunSearch.Search;
using FunSearch.Storage;
using FunSearch.Specifications;
using FunSearch.Storage.Sqlite;

namespace FunSearch.App.Commands;

/// <summary>A run that is in the store, and that no other process can work on.</summary>
/// <param name="Journal">Open: it holds the claim until it is disposed.</param>
internal sealed record ClaimedRun(RunConfiguration Configuration, IJournal Journal);

/// <summary>One sitting of a run, new or resumed: from starting its workers to telling its result.</summary>
internal sealed class SearchSession(Specification specification, RunConfiguration configuration, Budget budget, int workers, SqliteStore store)
{
    /// <summary>Searches and reports.</summary>
    /// <param name="claim">Called once everything else is at hand: what cannot be had is said before the store is touched.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(Func<CancellationToken, Task<ClaimedRun>> claim, Terminal terminal, CancellationToken cancellationToken)
    {
        var facts = new RunFacts(specification, configuration, budget, workers, store.Path, []);
        terminal.Say(new RunHeader(facts).Render());

        using var proposer = await Composition.CreateProposerAsync(Choice(), specification, cancellationToken);
        await using var evaluator = await Composition.StartEvaluatorAsync(
            specification, configuration.Data, configuration.Limits, workers, cancellationToken);
        var comparison = new Comparison(specification, evaluator);
        facts = facts with { Baselines = await comparison.BaselinesAsync([Split.Train, Split.Validation], cancellationToken) };
        TellBaselines(facts, terminal);
        var run = await claim(cancellationToken);
        await using var journal = run.Journal;
        TellName(run.Configuration.Name, terminal);
        facts = facts with { Configuration = run.Configuration };
        var loop = Composition.CreateLoop(specification, run.Configuration, proposer.Proposer, evaluator, journal);
        var (stop, failure) = await SearchAsync(loop, facts, terminal, cancellationToken);

        // Told to the end even after Ctrl-C; a second one does not come here.
        return await new SessionEnd(facts, comparison, terminal).ReportAsync(loop.Progress, stop, failure);
    }

    // The live view shows them all the time.
    private static void TellBaselines(RunFacts facts, Terminal terminal)
    {
        if (!terminal.IsLive && facts.Baselines.Count > 0)
        {
            terminal.Say(ScoreboardView.Render(new Scoreboard(facts.Specification.Measures, facts.Baselines, []), terminal.Width));
        }
    }

    private void TellName(string name, Terminal terminal)
    {
        if (name != configuration.Name)
        {
            terminal.Say($"Another run took the name {configuration.Name} meanwhile: this one is {name}.");
        }
    }

    /// <summary>Whatever fails once there is progress comes back beside it: hours of search are told before the fault is.</summary>
    private async Task<(StopReason? Stop, Exception? Failure)> SearchAsync(
        SearchLoop loop, RunFacts facts, Terminal terminal, CancellationToken cancellationToken)
    {
        try
        {
            // The loop computes a lot between its waits: it must not hold up the view.
            var search = Task.Run(() => loop.RunAsync(budget, cancellationToken), CancellationToken.None);
            await new ProgressWatch(facts, terminal, Composition.Time).UntilAsync(search, () => loop.Progress);
            var stop = await search;
            if (stop != StopReason.Interrupted)
            {
                await store.MarkFinishedAsync(facts.Configuration.Name, CancellationToken.None);
            }

            return (stop, null);
        }
        catch (Exception exception) when (loop.Progress is not null)
        {
            return (null, exception);
        }
    }

    private ProposerChoice Choice() => ProposerChoice.TryParse(configuration.Proposer, out var choice)
        ? choice
        : throw new CommandException($"The run's proposer is '{configuration.Proposer}', and this version knows none of that name.");
}
