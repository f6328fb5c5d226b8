using System.CommandLine;
using FunSearch.App.Reports;
using FunSearch.App.Views;
using FunSearch.Programs;
using FunSearch.Runs;
using FunSearch.Storage;
using FunSearch.Storage.Sqlite;

namespace FunSearch.App.Commands;

/// <summary><c>show RUN</c>: a stored run and its best program, or any program of it. Reads the store alone, never the
/// specification, unless a picture or a shorter program is asked for.</summary>
internal static class ShowCommand
{
    public static Command Build()
    {
        var run = CommonOptions.Run();
        var program = CommonOptions.Count("--program", "Show this sample in place of the best one; 0 is the first program", least: 0);
        var lineage = new Option<bool>("--lineage") { Description = "Show every step from the first program on, and not only those that were better" };
        var simplified = new SimplifiedOptions("Show");
        var picture = new PictureOptions();
        var unsandboxed = CommonOptions.AllowUnsandboxed();
        var (store, json) = (CommonOptions.Store(), CommonOptions.Json());
        var command = new Command("show", "Show a stored run: its best program with scores and descent, or any program of it")
        {
            run, program, lineage,
        };
        simplified.AddTo(command);
        picture.AddTo(command, lineage);
        command.Validators.Add(result =>
        {
            if (simplified.IsAskedFor(result) && (result.GetValue(lineage) || picture.IsAskedFor(result)))
            {
                result.AddError("--simplified shows a program that the run does not have: without --lineage and without --picture.");
            }
        });
        command.Options.Add(unsandboxed);
        command.Options.Add(store);
        command.Options.Add(json);
        command.Runs(json, async (parsed, terminal, cancellationToken) =>
        {
            var runs = Composition.OpenExistingStore(parsed.GetRequiredValue(store));
            if (picture.RequestOf(parsed) is { } request)
            {
                var choice = await ExportChoice.ReadAsync(runs, parsed.GetValue(run), parsed.GetValue(program), "drawn", cancellationToken);
                Isolation.Require(Evaluation.Walls.All, parsed.GetValue(unsandboxed), choice.Configuration.Proposer, choice.Configuration.From);
                var written = await terminal.DuringAsync("running the program and drawing its solution", () => request.WriteAsync(choice, cancellationToken));
                terminal.Answer(written.Json(), written.Render);
                return ExitCodes.Done;
            }

            if (simplified.LossOf(parsed) is { } loss)
            {
                var choice = await ExportChoice.ReadAsync(runs, parsed.GetValue(run), parsed.GetValue(program), "simplified", cancellationToken);
                var subject = await ProgramSubject.OfAsync(choice, limits: null, parsed.GetValue(unsandboxed), cancellationToken);
                var report = await new Simplification(subject, loss, Environment.ProcessorCount, terminal).RunAsync(cancellationToken);
                terminal.Answer(report.Json(), () => report.Render(terminal.Width));
                return report.ExitCode;
            }

            var summary = await runs.FindRunAsync(parsed.GetValue(run), cancellationToken);
            var reader = new RunReader(runs, summary.Configuration, parsed.GetValue(lineage));
            if (parsed.GetValue(program) is { } id)
            {
                var sample = await reader.ProgramAsync(id, cancellationToken);
                terminal.Answer(sample.Json(), () => sample.Render(terminal.HasColours));
            }
            else
            {
                var descent = summary.Best is { } best ? await reader.LineageAsync(best.Program.Id, cancellationToken) : null;
                var stored = new StoredRun(summary, await reader.StartAsync(summary, cancellationToken), descent, runs.Path, Composition.Time.LocalTimeZone);
                terminal.Answer(stored.Json(), () => stored.Render(terminal.Width));
            }

            return ExitCodes.Done;
        });
        return command;
    }

    /// <summary>Reads what is told of one run's programs.</summary>
    private sealed class RunReader(SqliteStore store, RunConfiguration configuration, bool inFull)
    {
        /// <summary>What the user let the run begin with; null where it began with the specification's own, or has not scored it yet.</summary>
        public async Task<Contender?> StartAsync(RunSummary summary, CancellationToken cancellationToken)
        {
            if (configuration.From is null || summary.Best is null)
            {
                return null;
            }

            var sample = await store.ReadSampleAsync(configuration.Name, id: 0, cancellationToken);
            return sample.Settled?.Outcome is Outcome.Scored { Signature: var signature }
                ? new TakenProgram(summary, Id: 0, sample.Proposed.Proposal.Body!, signature, sample.Verified).Stored()
                : null;
        }

        public async Task<LineageReport> LineageAsync(long id, CancellationToken cancellationToken) =>
            new(await store.ReadLineageAsync(configuration.Name, id, cancellationToken), configuration.Measures, inFull);

        public async Task<StoredProgram> ProgramAsync(long id, CancellationToken cancellationToken)
        {
            var sample = await store.ReadSampleAsync(configuration.Name, id, cancellationToken);
            var parents = new List<StoredSample>();
            foreach (var parent in ParentsOf(sample))
            {
                parents.Add(await store.ReadSampleAsync(configuration.Name, parent, cancellationToken));
            }

            return new StoredProgram(configuration, sample, parents, await LineageAsync(id, cancellationToken));
        }

        // The edited one first; else the best, which stands last.
        private static IEnumerable<long> ParentsOf(StoredSample sample)
        {
            var parents = sample.Proposed.Parents.Reverse();
            return (sample.Proposed.Proposal.Edited is { } edited ? parents.Prepend(sample.Proposed.Parents[edited]) : parents).Distinct();
        }
    }
}
