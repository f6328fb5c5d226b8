using System.CommandLine;
using FunSearch.App.Reports;

namespace FunSearch.App.Commands;

/// <summary><c>runs</c>: what is stored; <c>runs delete</c>: what need not be stored any longer.</summary>
internal static class RunsCommand
{
    public static Command Build()
    {
        var (store, json) = (CommonOptions.Store(), CommonOptions.Json());
        var command = new Command("runs", "List the stored runs, with their size; `runs delete RUN` deletes some") { store, json, BuildDelete() };
        command.Runs(json, async (parsed, terminal, cancellationToken) =>
        {
            var path = Path.GetFullPath(parsed.GetRequiredValue(store));
            var isUnused = parsed.GetResult(store) is { Implicit: true } && !File.Exists(path);
            var list = isUnused ? new RunList([], path, 0, Composition.Time.LocalTimeZone) : await ListAsync(path, cancellationToken);
            terminal.Answer(list.Json(), list.Render);
            return ExitCodes.Done;
        });
        return command;
    }

    private static async Task<RunList> ListAsync(string path, CancellationToken cancellationToken)
    {
        var store = Composition.OpenExistingStore(path);
        return new RunList(await store.RunsAsync(cancellationToken), store.Path, store.Length, Composition.Time.LocalTimeZone);
    }

    private static Command BuildDelete()
    {
        var names = new Argument<string[]>("RUN") { Description = "Names of runs, as `runs` lists them", Arity = ArgumentArity.OneOrMore };
        var (store, json) = (CommonOptions.Store(), CommonOptions.Json());
        var command = new Command("delete", "Delete runs with all that is stored of them, and give the space back") { names, store, json };
        command.Runs(json, async (parsed, terminal, cancellationToken) =>
        {
            var runs = Composition.OpenExistingStore(parsed.GetRequiredValue(store));
            var deleted = parsed.GetRequiredValue(names).Distinct().ToList();
            var before = runs.Length;
            var kept = await runs.DeleteAsync(deleted, cancellationToken);
            var report = new DeletedRuns(deleted, Math.Max(0, before - runs.Length), runs.Length, runs.Path, kept);
            terminal.Answer(report, report.Render);
            return ExitCodes.Done;
        });
        return command;
    }
}
