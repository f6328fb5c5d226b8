using System.CommandLine;

namespace FunSearch.App.Commands;

/// <summary><c>resume [RUN]</c>: goes on after any kind of stop, exactly where the journal ends.</summary>
internal static class ResumeCommand
{
    public static Command Build()
    {
        var run = CommonOptions.Run();
        var budget = new BudgetOptions();
        var (workers, unsandboxed) = (CommonOptions.Workers(), CommonOptions.AllowUnsandboxed());
        var (store, json) = (CommonOptions.Store(), CommonOptions.Json());
        var command = new Command("resume", "Go on with a run after any kind of stop. Budgets are totals over all of its sessions; new ones replace the old")
        {
            run,
        };
        budget.AddTo(command);
        foreach (var option in new Option[] { workers, unsandboxed, store, json })
        {
            command.Options.Add(option);
        }

        command.Runs(json, async (parsed, terminal, cancellationToken) =>
        {
            var engine = Composition.Engine(parsed.GetRequiredValue(store), CommonOptions.WorkersOf(parsed, workers), parsed.GetValue(unsandboxed));
            await using var plan = await terminal.DuringAsync("reading the specification", () => engine.PlanResumeAsync(
                parsed.GetValue(run), budget.ValuesOf(parsed).ForResume, proposer: null, cancellationToken));
            return await new SearchSession(plan, terminal).RunAsync(cancellationToken);
        });
        return command;
    }
}
