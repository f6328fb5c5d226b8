using FunSearch.Accounts;
using FunSearch.App.Settings;
using FunSearch.Search;

namespace FunSearch.App.Views;

/// <summary>What can be typed when a run has ended: each line does something as it stands.</summary>
/// <param name="Stop">Why it stopped; null when an error stopped it.</param>
internal sealed record NextSteps(RunFacts Facts, SearchProgress Progress, StopReason? Stop)
{
    private const long FewSamples = 50;

    private Budget Budget => Facts.Budget;

    public IEnumerable<string> Lines()
    {
        var (name, store) = (Facts.Configuration.Name, StorePath.OptionFor(Facts.Store));
        yield return $"Stored as {name} in {Facts.Store}";
        yield return $"See it again:  {CommandName.Typed} show {name}{store}";
        if (Stop == StopReason.ProposerIsDone)
        {
            yield return $"Go on:         in a new run with another --proposer: {CommandName.Typed} run --help";
            yield break;
        }

        yield return $"Go on:         {CommandName.Typed} resume {name}{Limits()}{store}";
        if (Stop == StopReason.Target)
        {
            yield return "               That drops the target; --target SCORE sets a better one.";
        }

        if (ChangedNumbers.AreAll(Facts.Configuration) && Facts.Configuration.Data is null && Progress.Champion is { Program.Id: > 0 })
        {
            yield return $"Search on:     {CommandName.Typed} run {Shell.Word(Facts.Configuration.Problem)} --from {name}{store}";
        }
    }

    // Budgets are totals: going on needs a larger one. New limits without a target drop the stored one.
    private string Limits() => Stop switch
    {
        null or StopReason.Interrupted => "",
        StopReason.Target => MoreSamples(),
        StopReason.Time => $" --time {Durations.Text(2 * Longer(Budget.Time!.Value))}{SameTarget()}",
        StopReason.Tokens => $" --tokens {2 * Math.Max(Budget.Tokens!.Value, Progress.Spent.Tokens)}{SameTarget()}",
        StopReason.Requests => $" --requests {2 * Math.Max(Budget.Requests!.Value, Progress.Spent.Requests)}{SameTarget()}",
        StopReason.Cost => FormattableString.Invariant($" --cost {2 * Math.Max(Budget.Cost!.Value, decimal.Round(Progress.Spent.Cost, 2))}{SameTarget()}"),
        _ => MoreSamples() + SameTarget(),
    };

    private string MoreSamples() => $" --samples {2 * Math.Max(Math.Max(Budget.Samples ?? 0, Progress.Samples), FewSamples)}";

    // A run may have worked for longer than its latest budget says; whole minutes are enough then.
    private TimeSpan Longer(TimeSpan time) => Progress.Elapsed < 2 * time ? time : TimeSpan.FromMinutes(Math.Ceiling(Progress.Elapsed.TotalMinutes));

    private string SameTarget() => Budget.Target is { } target ? FormattableString.Invariant($" --target {target:R}") : "";
}
