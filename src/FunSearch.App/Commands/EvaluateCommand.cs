using System.CommandLine;
using FunSearch.App.Reports;
using FunSearch.App.Views;
using FunSearch.Programs;
using FunSearch.Runs;
using FunSearch.Search;
using FunSearch.Specifications;

namespace FunSearch.App.Commands;

/// <summary><c>evaluate PROBLEM --program FILE</c>: scores one program behind the same walls as a candidate.</summary>
internal static class EvaluateCommand
{
    public static Command Build()
    {
        var problem = CommonOptions.Problem();
        var program = new Option<string>("--program") { Description = "A method or a body; - reads standard input", HelpName = "FILE", Required = true };
        var split = CommonOptions.Read<Split?>(
            "--split", "train|validation|test", "The inputs that it is scored on (default train)", TryParseSplit, "train, validation or test");
        var inputs = new InputOptions();
        var (unsandboxed, json) = (CommonOptions.AllowUnsandboxed(), CommonOptions.Json());
        var command = new Command("evaluate", "Score one program like a candidate; exit code 3 when it does not score") { problem, program, split };
        inputs.AddTo(command);
        command.Options.Add(unsandboxed);
        command.Options.Add(json);

        command.Runs(json, async (parsed, terminal, cancellationToken) =>
        {
            Isolation.Require(Evaluation.Walls.All, parsed.GetValue(unsandboxed), "The program of --program");
            var data = inputs.DataOf(parsed);
            var specification = await terminal.DuringAsync("reading the specification", () => Task.FromResult(Problems.Read(parsed.GetRequiredValue(problem))));
            var text = await ProgramFile.ReadAsync(parsed.GetRequiredValue(program), cancellationToken);
            var started = Composition.Time.GetTimestamp();
            var result = await terminal.DuringAsync("scoring the program", () => ScoreAsync(
                specification, data, inputs.LimitsOf(parsed), text, parsed.GetValue(split) ?? Split.Train, cancellationToken));
            var report = new EvaluationReport(specification, result.Split, result.Examination, Composition.Time.GetElapsedTime(started));
            terminal.Answer(report.Json(), () => report.Render(terminal.Width));
            return result.Examination.Outcome is Outcome.Scored ? ExitCodes.Done : ExitCodes.DidNotScore;
        });
        return command;
    }

    private static async Task<(Split Split, Examination Examination)> ScoreAsync(
        Specification specification, UserData? data, Limits limits, string text, Split split, CancellationToken cancellationToken)
    {
        var reading = Composition.ReadBody(text, specification);
        if (reading.Body is not { } body)
        {
            return (split, new Examination(new Outcome.Failed(OutcomeKind.NoCode, reading.NoCode!), [], new Dictionary<string, IReadOnlyDictionary<string, double>>(), false));
        }

        await using var evaluator = await Composition.StartEvaluatorAsync(specification, data, limits, workers: 1, cancellationToken);
        return evaluator.Inputs.TryGetValue(split, out var names) && names.Count > 0
            ? (split, await evaluator.ExamineAsync(new Subject.Candidate(body), split, cancellationToken))
            : throw new CommandException($"{specification.Title} has no {Words.Of(split)} inputs. It has: {string.Join(", ", evaluator.Inputs.Keys.Order().Select(Words.Of))}.");
    }

    private static bool TryParseSplit(string text, out Split? split)
    {
        split = Enum.GetValues<Split>().Cast<Split?>().FirstOrDefault(each => Words.Of(each!.Value) == text);
        return split is not null;
    }
}
