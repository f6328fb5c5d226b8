using System.CommandLine;
using FunSearch.App.Settings;
using FunSearch.Search;
using FunSearch.Storage;
using FunSearch.Storage.Sqlite;

namespace FunSearch.App.Commands;

/// <summary><c>run PROBLEM</c>: a new search.</summary>
internal static class RunCommand
{
    public static Command Build()
    {
        var problem = CommonOptions.Problem();
        var proposer = CommonOptions.Read<ProposerChoice>(
            "--proposer", "WHO", "Who writes programs: embedded (default), recorded:FILE, or URL#MODEL of an OpenAI-compatible endpoint",
            ProposerChoice.TryParse, ProposerChoice.Form);
        var seed = CommonOptions.Read<long?>(
            "--seed", "S", "The seed of all chance: one seed, one search (default: by the clock)", TryParseSeed, "a whole number, for example 7");
        var name = CommonOptions.Read<string>("--name", "RUN", "What the run is called (default: the problem and a number)", TryParseName, $"{SqliteStore.NameForm}, for example monday-2");
        var workers = CommonOptions.Workers();
        var inputs = new InputOptions();
        var budget = new BudgetOptions();
        var (store, json) = (CommonOptions.Store(), CommonOptions.Json());
        var command = new Command("run", "Search: live progress on a terminal, plain lines elsewhere; stops at the first budget reached")
        {
            problem, proposer,
        };
        budget.AddTo(command);
        inputs.AddTo(command);
        foreach (var option in new Option[] { seed, workers, name, store, json })
        {
            command.Options.Add(option);
        }

        command.Runs(json, async (parsed, terminal, cancellationToken) =>
        {
            var data = inputs.DataOf(parsed) is { } files ? await DataHashes.TakeAsync(files, cancellationToken) : null;
            var choice = parsed.GetValue(proposer) ?? new ProposerChoice.Embedded();
            var values = budget.ValuesOf(parsed);
            var specification = Composition.ReadSpecification(parsed.GetRequiredValue(problem));
            var runs = Composition.OpenStore(parsed.GetRequiredValue(store));
            var newRun = new NewRun(runs, parsed.GetValue(name), specification.Title);
            var configuration = new RunConfiguration
            {
                Name = await newRun.NameAsync(cancellationToken),
                Problem = Composition.LastingName(specification),
                SpecificationHash = specification.Hash,
                Minimise = specification.Minimise,
                Proposer = choice.ToString()!,
                Search = ShapeOf(choice, parsed.GetValue(seed) ?? SeedByTheClock()),
                Version = ProductVersion.Current,
                Limits = inputs.LimitsOf(parsed),
                Data = data,
                Budget = values.ForNewRun(),
            };
            if (!values.LimitsTheRun)
            {
                terminal.Say($"No budget was given: the run takes {Durations.Text(BudgetValues.DefaultTime)}. --time 1h takes longer, --time none has no end.");
            }

            var session = new SearchSession(specification, configuration, configuration.Budget, CommonOptions.WorkersOf(parsed, workers), runs);
            return await session.RunAsync(token => newRun.ClaimAsync(configuration, token), terminal, cancellationToken);
        });
        return command;
    }

    // A model answers in seconds: thirty requests waiting at once would all ask about a past long gone, and a local server would let
    // most of them wait beyond their time limit.
    private static SearchOptions ShapeOf(ProposerChoice choice, long seed) => choice is ProposerChoice.Chat
        ? new SearchOptions { Seed = seed, Window = 4 }
        : new SearchOptions { Seed = seed };

    // Short enough to type again; it is shown with every result.
    private static long SeedByTheClock() => Composition.Time.GetUtcNow().ToUnixTimeMilliseconds() % 1_000_000;

    private static bool TryParseSeed(string text, out long? seed)
    {
        var good = long.TryParse(text, out var number);
        seed = number;
        return good;
    }

    private static bool TryParseName(string text, out string name)
    {
        name = text;
        return SqliteStore.IsName(text);
    }
}
