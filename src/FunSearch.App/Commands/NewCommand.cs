using System.CommandLine;
using FunSearch.App.Reports;

namespace FunSearch.App.Commands;

/// <summary><c>new NAME</c>: the folder of a new problem, which runs at once.</summary>
internal static class NewCommand
{
    public static Command Build()
    {
        var name = new Argument<string>("NAME") { Description = "The new folder; its class is named after it (my-depot: MyDepot)" };
        var json = CommonOptions.Json();
        var command = new Command("new", "Make a new problem's folder that runs at once: inputs, score, verifier, baselines, a project for the editor")
        {
            name, json,
        };
        command.Runs(json, (parsed, terminal, _) =>
        {
            var scaffold = new Scaffold(parsed.GetRequiredValue(name));
            var made = new NewProblem(scaffold.Name.Folder, scaffold.Name.Class, scaffold.Write());
            terminal.Answer(made, made.Render);
            return Task.FromResult(ExitCodes.Done);
        });
        return command;
    }
}
