using System.CommandLine;
using FunSearch.App.Settings;
using FunSearch.Search;
using FunSearch.Specifications;
using FunSearch.Storage;
using FunSearch.Storage.Sqlite;

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
            await RefuseChangesAsync(configuration, specification, cancellationToken);

            // Before all else: while another process works on the run, nothing of it may change.
            await using var journal = await runs.OpenJournalAsync(configuration.Name, cancellationToken);
            var newBudget = budget.ValuesOf(parsed).ForResume(configuration.Budget);
            var session = new SearchSession(specification, configuration, newBudget, CommonOptions.WorkersOf(parsed, workers), runs);
            return await session.RunAsync(
                async token =>
                {
                    await UpdateBudgetAsync(runs, configuration, newBudget, token);
                    return new ClaimedRun(configuration, journal);
                },
                terminal,
                cancellationToken);
        });
        return command;
    }

    /// <exception cref="CommandException">The run's scores say nothing about what is there now.</exception>
    private static async Task RefuseChangesAsync(RunConfiguration configuration, Specification specification, CancellationToken cancellationToken)
    {
        if (specification.Hash != configuration.SpecificationHash)
        {
            throw new CommandException(
                $"The specification of {configuration.Problem} has changed since the run '{configuration.Name}' began, and old scores say nothing about it. "
                + $"Take the change back, or start a new run: ./funsearch run {configuration.Problem}");
        }

        if (configuration.Data is { } data && await DataHashes.ChangeAsync(data, cancellationToken) is { } change)
        {
            throw new CommandException(
                $"{change} since the run '{configuration.Name}' began, and its scores were made on what it was. "
                + $"Put the old file back, or start a new run: ./funsearch run {configuration.Problem} --data FILE");
        }
    }

    // Another budget opens a finished run again: the same one leaves it as it is.
    private static async Task UpdateBudgetAsync(SqliteStore runs, RunConfiguration configuration, Budget budget, CancellationToken cancellationToken)
    {
        if (budget != configuration.Budget)
        {
            await runs.UpdateBudgetAsync(configuration.Name, budget, cancellationToken);
        }
    }
}
