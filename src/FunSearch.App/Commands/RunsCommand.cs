using System.CommandLine;
using FunSearch.App.Reports;

namespace FunSearch.App.Commands;

/// <summary><c>runs</c>: what is stored.</summary>
internal static class RunsCommand
{
    public static Command Build()
    {
        var (store, json) = (CommonOptions.Store(), CommonOptions.Json());
        var command = new Command("runs", "List the stored runs") { store, json };
        command.Runs(json, async (parsed, terminal, cancellationToken) =>
        {
            var path = Path.GetFullPath(parsed.GetRequiredValue(store));
            var isUnused = parsed.GetResult(store) is { Implicit: true } && !File.Exists(path);
            var list = new RunList(isUnused ? [] : await Composition.OpenExistingStore(path).RunsAsync(cancellationToken), path);
            terminal.Answer(list.Json(), list.Render);
            return ExitCodes.Done;
        });
        return command;
    }
}
