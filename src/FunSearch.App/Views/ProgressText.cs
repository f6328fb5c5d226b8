using FunSearch.Accounts;
using FunSearch.App.Settings;
using FunSearch.Programs;
using FunSearch.Search;

namespace FunSearch.App.Views;

/// <summary>How a search stands, in words: what the live view and the plain lines share.</summary>
internal static class ProgressText
{
    /// <summary>One line that says what runs: <c>warehouse:or · run monday · embedded · seed 7 · 2 workers</c>.</summary>
    public static string Title(RunFacts facts) => string.Join(
        " · ",
        facts.Specification.Title,
        $"run {facts.Configuration.Name}",
        facts.Configuration.Proposer,
        $"seed {facts.Configuration.Search.Seed}",
        Words.Count(facts.Workers, "worker"));

    /// <summary>Samples, speed and what they cost: <c>5,012 of 20,000 samples · 70 a second</c>.</summary>
    public static string Samples(SearchProgress progress, Pace pace, Budget budget)
    {
        var parts = new List<string>
        {
            budget.Samples is { } samples ? $"{progress.Samples:N0} of {samples:N0} samples" : Words.Count(progress.Samples, "sample"),
            $"{Rate(pace.SamplesPerSecond)} a second",
        };
        if (progress.Spent.Requests > 0 || budget.Requests is not null || budget.Cost is not null)
        {
            parts.Add(Words.Count(progress.Spent.Requests, "request") + OfLimit(budget.Requests) + (progress.UnderWay > 0 ? $", {progress.UnderWay} under way" : ""));
            parts.Add(Words.Count(progress.Spent.Tokens, "token") + OfLimit(budget.Tokens));
            parts.Add(Words.CostOf(progress.Spent) + (budget.Cost is { } cost ? $" of {Words.Dollars(cost)}" : ""));
            if (pace.Idle is { } idle)
            {
                parts.Add($"evaluators idle {Words.Percent(idle)}");
            }
        }

        return string.Join(" · ", parts);
    }

    /// <summary>Elapsed and left: <c>1:12 of 5:00, 3:48 left</c>.</summary>
    public static string Time(SearchProgress progress, Budget budget)
    {
        var elapsed = Durations.Clock(progress.Elapsed);
        if (budget.Time is not { } time)
        {
            return elapsed;
        }

        var left = time > progress.Elapsed ? time - progress.Elapsed : TimeSpan.Zero;
        return $"{elapsed} of {Durations.Clock(time)}, {Durations.Clock(left)} left";
    }

    /// <summary>When the best came up: <c>last improvement 0:12 ago</c>; empty while there is none.</summary>
    public static string Improvement(Pace pace) =>
        pace.SinceImprovement is { } since ? $"last improvement {Durations.Clock(since)} ago" : "";

    /// <summary>What the samples ended as: <c>scored 3,210 (64 %) · duplicate 900 (18 %)</c>; kinds without a sample are left out.</summary>
    public static string Outcomes(IReadOnlyDictionary<OutcomeKind, long> outcomes, long samples) => string.Join(
        " · ",
        outcomes.Where(outcome => outcome.Value > 0).OrderBy(outcome => outcome.Key)
            .Select(outcome => $"{Words.Of(outcome.Key)} {outcome.Value:N0} ({Share(outcome.Value, samples)} %)"));

    /// <summary>How many of the programs that scored did so in a new way: <c> · new behaviours 812 (31 % of those that scored)</c>; empty while none scored.</summary>
    public static string Behaviours(SearchProgress progress) => progress.Outcomes.GetValueOrDefault(OutcomeKind.Scored) is > 0 and var scored && progress.Behaviours > 0
        ? $" · new behaviours {progress.Behaviours:N0} ({Share(progress.Behaviours, scored)} % of those that scored)"
        : "";

    /// <summary>A budget's limits: <c>5,000 samples, 10m</c>.</summary>
    public static string Limits(Budget budget)
    {
        var limits = new[]
        {
            budget.Samples is { } samples ? Words.Count(samples, "sample") : null,
            budget.Time is { } time ? Durations.Text(time) : null,
            budget.Tokens is { } tokens ? Words.Count(tokens, "token") : null,
            budget.Requests is { } requests ? Words.Count(requests, "request") : null,
            budget.Cost is { } cost ? Words.Dollars(cost) : null,
            budget.Target is { } target ? $"target {target}" : null,
        }.OfType<string>().ToList();
        return limits.Count > 0 ? string.Join(", ", limits) : "no end, until Ctrl-C";
    }

    // A share that rounds to nothing is still not nothing.
    private static string Share(long count, long samples)
    {
        var share = 100.0 * count / Math.Max(1, samples);
        return share < 0.1 ? $"{share:0.##}" : $"{share:0.#}";
    }

    private static string Rate(double samples) => samples >= 10 ? $"{samples:N0}" : $"{samples:0.0}";

    private static string OfLimit(long? limit) => limit is { } number ? $" of {number:N0}" : "";
}
