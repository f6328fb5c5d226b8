using System.CommandLine;
using FunSearch.App.Settings;
using FunSearch.Runs;

namespace FunSearch.App.Commands;

/// <summary><c>run PROBLEM</c>: a new search.</summary>
internal static class RunCommand
{
    public static Command Build()
    {
        var problem = CommonOptions.Problem();
        var method = new MethodOptions();
        var seed = CommonOptions.Seed("The seed of all chance: one seed, one search (default: by the clock)");
        var name = CommonOptions.Name("RUN", "What the run is called (default: the problem and a number)");
        var (workers, unsandboxed) = (CommonOptions.Workers(), CommonOptions.AllowUnsandboxed());
        var inputs = new InputOptions();
        var budget = new BudgetOptions();
        var (store, json) = (CommonOptions.Store(), CommonOptions.Json());
        var command = new Command("run", "Search: live progress on a terminal, plain lines elsewhere; stops at the first budget reached")
        {
            problem,
        };
        method.AddTo(command);
        budget.AddTo(command);
        inputs.AddTo(command);
        foreach (var option in new Option[] { seed, workers, unsandboxed, name, store, json })
        {
            command.Options.Add(option);
        }

        command.Runs(json, async (parsed, terminal, cancellationToken) =>
        {
            var values = budget.ValuesOf(parsed);
            var engine = Composition.Engine(parsed.GetRequiredValue(store), CommonOptions.WorkersOf(parsed, workers), parsed.GetValue(unsandboxed));
            var request = method.Apply(parsed, new SearchRequest(parsed.GetRequiredValue(problem))
            {
                Budget = values.ForNewRun(),
                Seed = parsed.GetValue(seed),
                Limits = inputs.LimitsOf(parsed),
                Data = inputs.DataOf(parsed),
                Name = parsed.GetValue(name),
            });
            await using var plan = await terminal.DuringAsync("reading the specification", () => engine.PlanAsync(request, cancellationToken));
            if (!values.LimitsTheRun)
            {
                terminal.Say($"No budget was given: the run takes {Durations.Text(BudgetValues.DefaultTime)}. --time 1h takes longer, --time none has no end.");
            }

            return await new SearchSession(plan, terminal).RunAsync(cancellationToken);
        });
        return command;
    }
}
