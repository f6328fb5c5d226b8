using System.CommandLine;
using System.Text;
using FunSearch.App.Reports;
using FunSearch.App.Settings;
using FunSearch.Runs;

namespace FunSearch.App.Commands;

/// <summary><c>export RUN</c>: a program of a run as a C# class, and its solutions as JSON.</summary>
internal static class ExportCommand
{
    private const string StandardOutput = "-";

    public static Command Build()
    {
        var run = CommonOptions.Run();
        var program = CommonOptions.Count("--program", "Export this sample in place of the best one; 0 is the first program", least: 0);
        var output = new Option<string?>("--output") { Description = "The file to write; - writes to standard output (default: named like the class, in the current folder)", HelpName = "FILE" };
        var solution = new Option<string?>("--solution") { Description = "Write the solutions of all inputs as JSON too: the program is run again for them", HelpName = "FILE" };
        var force = new Option<bool>("--force") { Description = "Replace files that are there already, but none in the problem's own folder" };
        var simplified = new SimplifiedOptions("Export");
        var unsandboxed = CommonOptions.AllowUnsandboxed();
        var (store, json) = (CommonOptions.Store(), CommonOptions.Json());
        var command = new Command("export", "Write a program of a run as a C# class ready to paste, with its scores and how to verify them") { run, program, output, solution, force, unsandboxed, store, json };
        simplified.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(output) is { } code && result.GetValue(solution) is { } solutions && Path.GetFullPath(code) == Path.GetFullPath(solutions))
            {
                result.AddError("--output and --solution name the same file. Give each its own.");
            }
        });

        command.Runs(json, async (parsed, terminal, cancellationToken) =>
        {
            var runs = Composition.OpenExistingStore(parsed.GetRequiredValue(store));
            var choice = await ExportChoice.ReadAsync(runs, parsed.GetValue(run), parsed.GetValue(program), "exported", cancellationToken);
            Isolation.Require(Evaluation.Walls.All, parsed.GetValue(unsandboxed), choice.Configuration.Proposer, choice.Configuration.From);
            var source = await terminal.DuringAsync("reading the specification", () => ExportSource.FindAsync(choice.Configuration, cancellationToken));
            var name = source.ClassName(choice.Configuration);
            var path = parsed.GetValue(output) ?? $"{name}.cs";
            var codeFile = path == StandardOutput ? null : new NewFile(path, parsed.GetValue(force));
            var solutionFile = parsed.GetValue(solution) is { } solutions ? new NewFile(solutions, parsed.GetValue(force)) : null;
            foreach (var written in new[] { codeFile, solutionFile }.OfType<NewFile>())
            {
                written.Check();
                source.RefuseHome(choice.Configuration, written.Path);
            }

            if (solutionFile is not null)
            {
                source.RequireSolutions();
            }

            if (simplified.LossOf(parsed) is { } loss)
            {
                var subject = await ProgramSubject.OfAsync(choice, limits: null, parsed.GetValue(unsandboxed), cancellationToken);
                var simplification = new Simplification(subject, loss, Environment.ProcessorCount, terminal);
                choice = await terminal.DuringAsync("simplifying the program", () => simplification.TakeAsync(cancellationToken));
            }

            // What cannot leave its specification at all is said before it is scored, which may take minutes.
            source.Write(choice, name, documentation: "");
            var scores = await terminal.DuringAsync("scoring the program and the baselines", () => source.ScoreAsync(choice, cancellationToken));
            var file = Path.GetFileName(codeFile?.Path ?? $"{name}.cs");
            var code = source.Write(choice, name, new ClassDocumentation(choice, source.Specification, scores, file).Text());
            if (solutionFile is not null)
            {
                await solutionFile.WriteAsync(SolutionFile.Write(choice, source.Specification!, scores), cancellationToken);
            }

            await (codeFile?.WriteAsync(Encoding.UTF8.GetBytes(code), cancellationToken) ?? Task.CompletedTask);
            var report = new ExportReport(choice, scores, name, code, codeFile?.Path, solutionFile?.Path);
            Tell(report, source.Remark, parsed.GetValue(json), terminal, parsed.InvocationConfiguration.Output);
            return ExitCodes.Done;
        });
        return command;
    }

    private static void Tell(ExportReport report, string? remark, bool json, Terminal terminal, TextWriter output)
    {
        if (remark is not null)
        {
            terminal.Complain(remark);
        }

        if (report.File is null && !json)
        {
            output.Write(report.Code);
        }
        else
        {
            terminal.Answer(report.Json(), report.Render);
        }
    }
}
