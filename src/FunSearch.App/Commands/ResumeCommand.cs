using System.CommandLine;
using FunSearch.Search;
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
            var specification = await UnchangedProblem.ReadAsync(configuration, cancellationToken);

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

    // Another budget opens a finished run again: the same one leaves it as it is.
    private static async Task UpdateBudgetAsync(SqliteStore runs, RunConfiguration configuration, Budget budget, CancellationToken cancellationToken)
    {
        if (budget != configuration.Budget)
        {
            await runs.UpdateBudgetAsync(configuration.Name, budget, cancellationToken);
        }
    }
}
