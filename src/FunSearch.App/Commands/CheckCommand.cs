using System.CommandLine;
using FunSearch.App.Reports;
using FunSearch.App.Settings;
using FunSearch.App.Views;
using FunSearch.Runs;
using FunSearch.Search;
using FunSearch.Specifications;

namespace FunSearch.App.Commands;

/// <summary><c>check PROBLEM</c>: everything that can be found out before a search, at no cost.</summary>
internal static class CheckCommand
{
    public static Command Build()
    {
        var problem = CommonOptions.Problem();
        var allowed = new Option<bool>("--allowed") { Description = "Print what a candidate may use, and nothing else" };
        var workers = CommonOptions.Workers();
        var inputs = new InputOptions();
        var json = CommonOptions.Json();
        var proposer = new ProposerOptions();
        var budget = new BudgetOptions();
        var command = new Command("check", "Try a problem before a run: scores of the first program and the baselines, noise, time an input, walls; with --proposer, whether its models are there and what the budget buys. Costs nothing")
        {
            problem, allowed,
        };
        inputs.AddTo(command);
        proposer.AddTo(command);
        budget.AddTo(command);
        command.Options.Add(workers);
        command.Options.Add(json);

        command.Runs(json, async (parsed, terminal, cancellationToken) =>
        {
            var specification = await terminal.DuringAsync("reading the specification", () => Task.FromResult(Problems.Read(parsed.GetRequiredValue(problem))));
            if (parsed.GetValue(allowed))
            {
                var library = new AllowedReport(Composition.Allowed(specification));
                terminal.Answer(library, library.Render);
                return ExitCodes.Done;
            }

            var data = inputs.DataOf(parsed);
            var models = await ModelOutlook.OfAsync(proposer.Of(parsed), specification, budget.ValuesOf(parsed).ForNewRun(), cancellationToken);
            var report = await terminal.DuringAsync("scoring the first program and the baselines", async () =>
            {
                await using var evaluator = await Composition.StartEvaluatorAsync(
                    specification, data, inputs.LimitsOf(parsed), CommonOptions.WorkersOf(parsed, workers), cancellationToken);
                return await ReportAsync(specification, evaluator, data is null ? specification.Known : [], cancellationToken) with
                {
                    Models = models,
                    Options = OptionsOf(parsed, parsed.GetRequiredValue(problem), json),
                };
            });
            terminal.Answer(report.Json(), () => report.Render(terminal.Width));
            return report.IsFit ? ExitCodes.Done : ExitCodes.Failed;
        });
        return command;
    }

    /// <summary>What was typed besides the problem, but for what concerns this answer alone: with a space before each word.</summary>
    private static string OptionsOf(ParseResult parsed, string problem, Option<bool> json)
    {
        var words = parsed.Tokens.Skip(1).Select(token => token.Value).Where(word => word != json.Name).ToList();
        words.Remove(problem);
        return string.Concat(words.Select(word => $" {Shell.Word(word)}"));
    }

    private static async Task<CheckReport> ReportAsync(
        Specification specification, IEvaluator evaluator, IReadOnlyList<KnownFigure> known, CancellationToken cancellationToken)
    {
        var comparison = new Comparison(specification, evaluator);
        var first = new Subject.Candidate(specification.FirstBody);
        var once = await comparison.ExamineAsync(CheckReport.FirstProgram, first, comparison.Splits, cancellationToken);
        var twice = await comparison.ExamineAsync(CheckReport.FirstProgram, first, comparison.Splits, cancellationToken);
        var baselines = await comparison.RivalsAsync(start: null, comparison.Splits, cancellationToken);
        return new CheckReport(
            specification,
            evaluator.Inputs,
            [once, .. baselines],
            known,
            Noise.Between(once, twice),
            Composition.Walls,
            await TimeAsync(specification, evaluator, cancellationToken));
    }

    // The second time: the first pays for what every process does once.
    private static async Task<TimeSpan> TimeAsync(Specification specification, IEvaluator evaluator, CancellationToken cancellationToken)
    {
        await evaluator.EvaluateAsync(specification.FirstBody, Rivals.None, cancellationToken);
        var started = Composition.Time.GetTimestamp();
        await evaluator.EvaluateAsync(specification.FirstBody, Rivals.None, cancellationToken);
        return Composition.Time.GetElapsedTime(started);
    }
}
