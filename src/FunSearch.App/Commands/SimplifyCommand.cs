using System.CommandLine;
using System.Text;
using FunSearch.App.Settings;

namespace FunSearch.App.Commands;

/// <summary><c>simplify RUN</c>, <c>simplify PROBLEM --program FILE</c>: the shortest program with the same scores.</summary>
internal static class SimplifyCommand
{
    public static Command Build()
    {
        var subject = new SubjectOptions();
        var loss = LossOption.Build();
        var output = new Option<string?>("--output") { Description = "Write the method to this file too, as evaluate --program reads it", HelpName = "FILE" };
        var force = new Option<bool>("--force") { Description = "Replace a file that is there already, but none in the problem's own folder" };
        var (workers, json) = (CommonOptions.Workers(), CommonOptions.Json());
        var command = new Command("simplify", "Find the shortest program with the same scores: of a run's best program, of any sample, or of one in a file");
        subject.AddTo(command);
        foreach (var option in new Option[] { loss, output, force, workers, json })
        {
            command.Options.Add(option);
        }

        command.Runs(json, async (parsed, terminal, cancellationToken) =>
        {
            var file = parsed.GetValue(output) is { } path ? new NewFile(path, parsed.GetValue(force)) : null;
            file?.Check();
            var program = await terminal.DuringAsync("reading the program", () => subject.ReadAsync(parsed, "simplified", cancellationToken));
            if (file is not null)
            {
                ProblemHome.Refuse(
                    program.Taken?.Configuration.Problem ?? program.Specification.Title, file.Path, "the problem would be another, and no run of it could be resumed any more");
            }

            var report = await new Simplification(program, parsed.GetValue(loss) ?? 0, CommonOptions.WorkersOf(parsed, workers), terminal).RunAsync(cancellationToken);
            if (file is not null)
            {
                // Written even after Ctrl-C: it is what there is to show for the time.
                await file.WriteAsync(Encoding.UTF8.GetBytes(report.Code + "\n"), CancellationToken.None);
                report = report with { File = file.Path };
            }

            terminal.Answer(report.Json(), () => report.Render(terminal.Width));
            return report.ExitCode;
        });
        return command;
    }
}
