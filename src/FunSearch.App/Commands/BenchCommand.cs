using System.CommandLine;
using FunSearch.App.Benching;
using FunSearch.App.Reports;
using FunSearch.Specifications;

namespace FunSearch.App.Commands;

/// <summary><c>bench</c>: how many programs a second this machine evaluates, and where the time goes.</summary>
internal static class BenchCommand
{
    private const long DefaultSamples = 4_000;

    public static Command Build()
    {
        var problems = new Argument<string[]>("PROBLEM")
        {
            Description = "What to search on: built-in names, folders or .cs files (default: all that are built in)",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var samples = CommonOptions.Count("--samples", $"Samples of each measurement (default {DefaultSamples:N0}); as many before it warm the processes up", least: 1);
        var workers = CommonOptions.Workers();
        var inputs = new InputOptions();
        var json = CommonOptions.Json();
        var command = new Command("bench", "Measure evaluation: programs a second with 1, 2, 4 … workers, where the time goes, and the ratio to the same function compiled ahead")
        {
            problems, samples,
        };
        inputs.AddTo(command);
        command.Options.Add(workers);
        command.Options.Add(json);

        command.Runs(json, async (parsed, terminal, cancellationToken) =>
        {
            var named = parsed.GetValue(problems) is { Length: > 0 } typed ? typed : [.. ProblemFinder.BuiltIn()];
            var counts = Counts(CommonOptions.WorkersOf(parsed, workers)).ToList();
            var results = new List<BenchResult>();
            foreach (var problem in named)
            {
                using var bench = new Bench(problem, inputs.DataOf(parsed), inputs.LimitsOf(parsed), (int)(parsed.GetValue(samples) ?? DefaultSamples));
                results.Add(await bench.MeasureAsync(counts, terminal.Say, cancellationToken));
            }

            var report = new BenchReport(Environment.ProcessorCount, results);
            terminal.Answer(report.Json(), report.Render);
            return ExitCodes.Done;
        });
        return command;
    }

    // 1, 2, 4 and so on, and the most last.
    private static IEnumerable<int> Counts(int most)
    {
        for (var count = 1; count < most; count *= 2)
        {
            yield return count;
        }

        yield return most;
    }
}
