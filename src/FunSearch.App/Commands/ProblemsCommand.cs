using System.CommandLine;
using FunSearch.App.Reports;
using FunSearch.Runs;

namespace FunSearch.App.Commands;

/// <summary><c>problems</c>: what is built in.</summary>
internal static class ProblemsCommand
{
    public static Command Build()
    {
        var json = CommonOptions.Json();
        var command = new Command("problems", "List the built-in problems with their variants") { json };
        command.Runs(json, (_, terminal, _) =>
        {
            var problems = new ProblemList(Problems.BuiltIn());
            terminal.Answer(problems.Json(), problems.Render);
            return Task.FromResult(ExitCodes.Done);
        });
        return command;
    }
}
