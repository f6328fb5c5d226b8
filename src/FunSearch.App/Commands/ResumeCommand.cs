using System.CommandLine;

namespace FunSearch.App.Commands;

/// <summary><c>resume [RUN]</c>: goes on after any kind of stop, exactly where the journal ends.</summary>
internal static class ResumeCommand
{
    public static Command Build()
    {
        var run = new Argument<string?>("RUN") { Description = "The run's name (default: the latest run)", Arity = ArgumentArity.ZeroOrOne };
        var budget = new BudgetOptions();
        var workers = CommonOptions.Workers();
        var (store, json) = (CommonOptions.Store(), CommonOptions.Json());
        var command = new Command("resume", "Go on with a run after any kind of stop. Budgets are totals over all of its sessions; new ones replace the old")
        {
            run,
        };
        budget.AddTo(command);
        foreach (var option in new Option[] { workers, store, json })
        {
            command.Options.Add(option);
        }

        command.Runs(json, async (parsed, terminal, cancellationToken) =>
        {
            var runs = Composition.OpenExistingStore(parsed.GetRequiredValue(store));
            var configuration = (await runs.FindRunAsync(parsed.GetValue(run), cancellationToken)).Configuration;
            var specification = Composition.ReadSpecification(configuration.Problem);
            if (specification.Hash != configuration.SpecificationHash)
            {
                throw new CommandException(
                    $"The specification of {configuration.Problem} has changed since the run '{configuration.Name}' began, and old scores say nothing about it. "
                    + $"Take the change back, or start a new run: ./funsearch run {configuration.Problem}");
            }

            var session = new SearchSession(
                specification, configuration, budget.ValuesOf(parsed).ForResume(configuration.Budget), CommonOptions.WorkersOf(parsed, workers), runs);
            return await session.RunAsync(isNew: false, terminal, cancellationToken);
        });
        return command;
    }
}
