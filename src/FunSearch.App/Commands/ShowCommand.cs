using System.CommandLine;
using FunSearch.App.Reports;
using FunSearch.Runs;
using FunSearch.Storage;
using FunSearch.Specifications;

namespace FunSearch.App.Commands;

/// <summary><c>show RUN</c>: a stored run and its best program, or any program of it.</summary>
internal static class ShowCommand
{
    public static Command Build()
    {
        var run = new Argument<string>("RUN") { Description = "The run's name, as `runs` lists it" };
        var program = CommonOptions.Count("--program", "Show this sample in place of the best one; 0 is the first program, the specification's own", least: 0);
        var (store, json) = (CommonOptions.Store(), CommonOptions.Json());
        var command = new Command("show", "Show a stored run: its best program with scores, or any program of it") { run, program, store, json };
        command.Runs(json, async (parsed, terminal, cancellationToken) =>
        {
            var runs = Composition.OpenExistingStore(parsed.GetRequiredValue(store));
            var summary = await runs.FindRunAsync(parsed.GetRequiredValue(run), cancellationToken);
            var specification = SpecificationOf(summary.Configuration);
            if (parsed.GetValue(program) is { } id)
            {
                var sample = new StoredProgram(
                    await runs.ReadSampleAsync(summary.Configuration.Name, id, cancellationToken), summary.Configuration.Minimise);
                terminal.Answer(sample.Json(specification?.Function), () => sample.Render(specification?.Function));
            }
            else
            {
                var stored = new StoredRun(summary, specification, runs.Path);
                terminal.Answer(stored.Json(), () => stored.Render(terminal.Width));
            }

            return ExitCodes.Done;
        });
        return command;
    }

    // A store can be read without the specification: then programs are shown as bare bodies.
    private static Specification? SpecificationOf(RunConfiguration configuration)
    {
        try
        {
            return Problems.Read(configuration.Problem);
        }
        catch (SpecificationException)
        {
            return null;
        }
    }
}
