using System.CommandLine;
using FunSearch.App.Reports;
using FunSearch.App.Views;
using FunSearch.Proposers.Llm;
using FunSearch.Proposers.Llm.Prices;
using FunSearch.Proposers.Llm.Settings;
using FunSearch.Proposers.Llm.Trials;
using FunSearch.Search;
using FunSearch.Specifications;

namespace FunSearch.App.Commands;

/// <summary><c>models</c>: one cheap call to each model, and what every key of their configuration means.</summary>
internal static class ModelsCommand
{
    public static Command Build()
    {
        var models = new Argument<string[]>("MODEL")
        {
            Description = "A name from the configuration, PROVIDER/MODEL or URL#MODEL (default: all of the configuration)",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var config = new ConfigOption();
        var explain = new Option<bool>("--explain") { Description = "Print every key of the configuration, an example of it and the known prices; ask nobody" };
        var json = CommonOptions.Json();
        var command = new Command("models", "Ask each model one cheap question, and tell its speed, tokens and price, and what its server ignores") { models };
        config.AddTo(command);
        command.Options.Add(explain);
        command.Options.Add(json);
        command.Validators.Add(result =>
        {
            if (!result.GetValue(explain) && config.FileOf(result) is null && result.GetValue(models) is not { Length: > 0 })
            {
                result.AddError("Which models? Name the file that describes them, --config FILE, or a model: PROVIDER/MODEL or URL#MODEL.");
            }
        });

        command.Runs(json, async (parsed, terminal, cancellationToken) =>
        {
            if (parsed.GetValue(explain))
            {
                var explanation = new ConfigurationReport(Explanation.Keys, Explanation.Example, PriceTable.Shipped);
                terminal.Answer(explanation.Json(), explanation.Render);
                return ExitCodes.Done;
            }

            var chosen = Choose(config.SettingsOf(parsed), config.FileOf(parsed), parsed.GetValue(models) ?? []);
            var trials = await terminal.DuringAsync(
                $"asking {Words.Count(chosen.Count, "model")}", () => new TrialCall(Composition.Time).OfAllAsync(chosen, cancellationToken));
            var report = new TrialReport(trials, PriceTable.Shipped.Date);
            terminal.Answer(report.Json(), () => report.Render(terminal.Width));
            return trials.All(trial => trial.Failure is null) ? ExitCodes.Done : ExitCodes.Failed;
        });
        return command;
    }

    /// <exception cref="CommandException">There is none, or one is neither a name nor an address.</exception>
    private static List<ModelSettings> Choose(LlmSettings settings, string? file, string[] words) =>
        words.Length > 0 ? [.. words.Select(word => Find(word, settings, file))]
        : settings.Models.Count > 0 ? [.. settings.Models]
        : throw new CommandException($"The configuration '{file}' describes no model. `{CommandName.Typed} models --explain` shows how one is described.");

    private static ModelSettings Find(string word, LlmSettings settings, string? file)
    {
        if (settings.Models.FirstOrDefault(model => model.Name.Equals(word, StringComparison.OrdinalIgnoreCase)) is { } named)
        {
            return named;
        }

        try
        {
            _ = ModelEndpoint.IsNamed(word, out _, out _) ? null : ModelEndpoint.Parse(word);
            return new ModelSettings { Address = word };
        }
        catch (ProposerException exception) when (file is not null && !word.Contains("://", StringComparison.Ordinal))
        {
            var names = settings.Models.Select(model => model.Name).ToList();
            throw new CommandException(
                $"There is no model '{word}' in '{file}'. {(Nearest.To(word, names) is { } nearest ? $"Did you mean '{nearest}'?" : $"There are {string.Join(", ", names)}.")}", exception);
        }
    }
}
