using FunSearch.Accounts;
using FunSearch.App.Views;
using FunSearch.Runs;
using FunSearch.Specifications;

namespace FunSearch.App.Commands;

/// <summary>One sitting of a run, new or resumed, as a person sees it: from what is said first to its result.</summary>
internal sealed class SearchSession(SearchPlan plan, Terminal terminal)
{
    /// <summary>Searches and reports.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var configuration = plan.Configuration;
        var facts = new RunFacts(plan.Specification, configuration, plan.Workers, plan.Store, []);
        terminal.Say(new RunHeader(facts).Render());

        await using var search = await plan.StartAsync(cancellationToken);

        // Ends before the search does: the last measurements are taken of a search that is still there.
        await using var telemetry = TelemetryExport.StartIfAsked(terminal);
        facts = facts with { Configuration = search.Configuration };
        if (search.Run != configuration.Name)
        {
            terminal.Say($"Another run took the name {configuration.Name} meanwhile: this one is {search.Run}.");
        }

        terminal.Say(InputsLine.Of(configuration.Data, search.Comparison.Inputs, search.Configuration.First.Count));
        facts = facts with { Rivals = await search.Comparison.RivalsAsync(configuration.From, [Split.Train, Split.Validation], cancellationToken) };
        TellRivals(facts);
        var (stop, failure) = await SearchAsync(search, facts, cancellationToken);

        // Told to the end even after Ctrl-C; a second one does not come here.
        return await new SessionEnd(facts, search.Comparison, terminal).ReportAsync(search.Progress, search.Idle, stop, failure);
    }

    // The live view shows them all the time.
    private void TellRivals(RunFacts facts)
    {
        if (!terminal.IsLive && facts.Rivals.Count > 0)
        {
            terminal.Say(ScoreboardView.Render(new Scoreboard(facts.Specification.Measures, facts.Rivals, []), terminal.Width));
        }
    }

    /// <summary>Whatever fails once there is progress comes back beside it: hours of search are told before the fault is.</summary>
    private async Task<(StopReason? Stop, Exception? Failure)> SearchAsync(RunningSearch running, RunFacts facts, CancellationToken cancellationToken)
    {
        try
        {
            var search = running.SearchAsync(cancellationToken);
            await new ProgressWatch(facts, terminal, Composition.Time).UntilAsync(search, () => running.Progress, () => running.Idle);
            return (await search, null);
        }
        catch (Exception exception) when (running.Progress is not null)
        {
            return (null, exception);
        }
    }
}
