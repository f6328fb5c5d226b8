using System.CommandLine;
using FunSearch.App.Reports;
using FunSearch.Runs;
using FunSearch.Storage;

namespace FunSearch.App.Commands;

/// <summary><c>replay RUN</c>: searches again what a journal holds, without any model, and says whether it comes out the same.</summary>
internal static class ReplayCommand
{
    public static Command Build()
    {
        var run = CommonOptions.Run();
        var anyVersion = new Option<bool>("--any-version") { Description = "Replay a run that another version of this program made" };
        var (workers, unsandboxed) = (CommonOptions.Workers(), CommonOptions.AllowUnsandboxed());
        var (store, json) = (CommonOptions.Store(), CommonOptions.Json());
        var command = new Command("replay", "Prove that a stored run comes out the same: everything is derived again from its journal, without any model")
        {
            run, workers, unsandboxed, anyVersion, store, json,
        };
        command.Runs(json, async (parsed, terminal, cancellationToken) =>
        {
            var start = Composition.Time.GetTimestamp();
            var runs = Composition.OpenExistingStore(parsed.GetRequiredValue(store));
            await using var plan = await ReplayPlan.MakeAsync(runs, parsed.GetValue(run), cancellationToken);
            if (!parsed.GetValue(anyVersion))
            {
                RefuseOtherVersion(plan.Configuration);
            }

            await using var replay = await plan.StartAsync(CommonOptions.WorkersOf(parsed, workers), parsed.GetValue(unsandboxed), cancellationToken);
            var result = replay.RunAsync(cancellationToken);
            await new LineWatch(() => Line(replay), terminal, Composition.Time).UntilAsync(result);

            var report = new ReplayReport(plan.Configuration, await result, Composition.Time.GetElapsedTime(start));
            terminal.Answer(report.Json(), report.Render);
            return report.Result.Difference is null ? ExitCodes.Done : ExitCodes.Differed;
        });
        return command;
    }

    private static string Line(RunningReplay replay) =>
        replay.Total is { } total ? $"{replay.Samples:N0} of {total:N0} samples are the same" : "reading the journal";

    private static void RefuseOtherVersion(RunConfiguration configuration)
    {
        var (its, ours) = (ProductVersion.Number(configuration.Version), ProductVersion.Number(ProductVersion.Current));
        if (its != ours)
        {
            throw new CommandException(
                $"The run '{configuration.Name}' was made by version {its}, and this is version {ours}. Between versions the proposer or the sampling "
                + "may change on purpose, so that a difference would prove nothing about the run. "
                + $"Replay it with version {its}, or see what comes of it with --any-version.");
        }
    }
}
