using System.CommandLine;
using FunSearch.Accounts;
using FunSearch.App.Settings;
using FunSearch.App.Views;
using FunSearch.Islands;
using FunSearch.Runs;

namespace FunSearch.App.Commands;

/// <summary><c>tune RUN</c>, <c>tune PROBLEM --program FILE</c>: a search that changes the numbers of one program, and nothing else.</summary>
/// <remarks>A run like any other: stored, and to be resumed, replayed, shown and exported.</remarks>
internal static class TuneCommand
{
    /// <summary>Where nothing limits the run.</summary>
    private static readonly Budget Usual = new() { Samples = 2_000, Time = BudgetValues.DefaultTime };

    public static Command Build()
    {
        var subject = new SubjectOptions();
        var budget = new BudgetOptions();
        var seed = CommonOptions.Seed("The seed of all chance: one seed, one result (default: by the clock)");
        var name = CommonOptions.Name("RUN", "What the run is called that tunes it (default: the problem and a number)");
        var (workers, json) = (CommonOptions.Workers(), CommonOptions.Json());
        var command = new Command(
            "tune",
            "Find better numbers for a program, in a run of their own: for a run's best program, any sample, or one in a file. Without a budget it tries "
            + $"{Usual.Samples:N0} programs, in {Durations.Text(BudgetValues.DefaultTime)} at most");
        subject.AddTo(command);
        budget.AddTo(command);
        foreach (var option in new Option[] { seed, name, workers, json })
        {
            command.Options.Add(option);
        }

        command.Runs(json, async (parsed, terminal, cancellationToken) =>
        {
            var values = budget.ValuesOf(parsed);
            var program = await terminal.DuringAsync("reading the program", () => subject.ReadAsync(parsed, "tuned", cancellationToken));
            var request = new SearchRequest(Problems.LastingName(program.Specification))
            {
                Proposer = ProposerChoice.Numbers,
                Start = program.Start,
                Islands = IslandOptions.HillClimbing,
                Budget = values.ForNewRun(Usual),
                Seed = parsed.GetValue(seed),
                Limits = program.Limits,
                Data = program.Data,
                Name = parsed.GetValue(name),
            };
            var engine = Composition.Engine(subject.StoreOf(parsed), CommonOptions.WorkersOf(parsed, workers), subject.AllowsUnsandboxed(parsed));
            await using var plan = await engine.PlanAsync(request, cancellationToken);
            if (!values.LimitsTheRun)
            {
                terminal.Say($"No budget was given: {Words.Count(Usual.Samples!.Value, "program")} are tried, in {Durations.Text(BudgetValues.DefaultTime)} at most. --samples or --time says otherwise.");
            }

            return await new SearchSession(plan, terminal).RunAsync(cancellationToken);
        });
        return command;
    }
}
