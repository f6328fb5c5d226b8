using System.CommandLine;
using FunSearch.App.Comparisons;
using FunSearch.App.Settings;
using FunSearch.Runs;

namespace FunSearch.App.Commands;

/// <summary><c>compare PROBLEM</c>: several ways to search, several seeds, equal budgets.</summary>
internal static class CompareCommand
{
    private const int UsualSeeds = 5;
    private const int MostSeeds = 1000;

    public static Command Build()
    {
        var problem = CommonOptions.Problem();
        var settings = new Option<string[]>("--setting")
        {
            Description = "A way to search, as a piece of run's command line: random, \"--islands 1\", with a name \"one island: --islands 1\". Once for each; "
                + $"the others are held against the first (default: {string.Join("; ", SettingReader.Usual)})",
            HelpName = "SETTING",
        };
        var seeds = CommonOptions.Count("--seeds", $"Runs of each setting, each with a seed of its own (default {UsualSeeds})");
        var first = CommonOptions.Seed("The first seed; the others follow it (default 1)");
        var name = CommonOptions.Name("NAME", "What the names of the runs begin with (default: by the problem and the budget)");
        var chart = new Option<string?>("--chart") { Description = "Draw the best score against samples and against time, with all seeds", HelpName = "FILE.svg" };
        var force = new Option<bool>("--force") { Description = "Replace a chart that is there already" };
        var (workers, unsandboxed) = (CommonOptions.Workers(), CommonOptions.AllowUnsandboxed());
        var config = new ConfigOption();
        var inputs = new InputOptions();
        var budget = new BudgetOptions();
        var (store, json) = (CommonOptions.Store(), CommonOptions.Json());
        var command = new Command("compare", "Compare ways to search: each with several seeds and the same budget, one run after the other; tables with effect size and rank test. "
            + "Typed again, it takes what is done from the store and goes on")
        {
            problem, settings, seeds, first,
        };
        budget.AddLimitsTo(command);
        inputs.AddTo(command);
        config.AddTo(command);
        foreach (var option in new Option[] { chart, force, workers, unsandboxed, name, store, json })
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (SettingReader.MistakeIn(Given(result.GetValue(settings)), config.FileOf(result)) is { } mistake)
            {
                result.AddError(mistake);
            }

            if (result.GetValue(seeds) > MostSeeds)
            {
                result.AddError($"--seeds is {result.GetValue(seeds)}. It must be at most {MostSeeds}.");
            }

            if (result.GetValue(force) && result.GetValue(chart) is null)
            {
                result.AddError("--force is for a chart that is there already. Name it: --chart FILE.svg");
            }
        });
        command.Runs(json, async (parsed, terminal, cancellationToken) =>
        {
            var values = budget.ValuesOf(parsed);
            if (values is { LimitsTheRun: true, Time: null, Samples: null, Tokens: null, Requests: null, Cost: null })
            {
                throw new CommandException("--time none has no end, and the runs of a comparison follow one another. Give a time, or --samples N.");
            }

            if (!values.LimitsTheRun)
            {
                terminal.Say($"No budget was given: each run takes {Durations.Text(BudgetValues.DefaultTime)}. --time 1m or --samples N say otherwise.");
            }

            var path = parsed.GetRequiredValue(store);
            var common = new SearchRequest(parsed.GetRequiredValue(problem))
            {
                Budget = values.ForNewRun(),
                Limits = inputs.LimitsOf(parsed),
                Data = inputs.DataOf(parsed),
            };
            var from = parsed.GetValue(first) ?? 1;
            var plan = new ComparisonPlan(
                parsed.GetValue(name) ?? ComparisonPlan.NameFor(common.Problem, common.Budget),
                SettingReader.Read(Given(parsed.GetValue(settings)), config.FileOf(parsed)),
                [.. Enumerable.Range(0, (int)(parsed.GetValue(seeds) ?? UsualSeeds)).Select(number => from + number)],
                common);
            var count = CommonOptions.WorkersOf(parsed, workers);
            var engine = Composition.Engine(path, count, parsed.GetValue(unsandboxed));
            var file = parsed.GetValue(chart) is { } typed ? new NewFile(typed, parsed.GetValue(force)) : null;
            return await new ComparisonSession(plan, engine, path, count, file, Again(parsed), terminal).RunAsync(cancellationToken);
        });
        return command;
    }

    private static IReadOnlyList<string> Given(string[]? typed) => typed is { Length: > 0 } ? typed : SettingReader.Usual;

    private static string Again(ParseResult parsed) =>
        string.Join(' ', parsed.Tokens.Select(token => Shell.Word(token.Value)).Prepend(CommandName.Typed));
}
