using FunSearch.Accounts;
using FunSearch.App.Settings;
using FunSearch.Runs;

namespace FunSearch.App.Comparisons;

/// <summary>One run of a comparison.</summary>
/// <param name="Run">Its name in the store.</param>
internal sealed record Leg(Setting Setting, long Seed, string Run);

/// <summary>What is compared, on what, and for how long.</summary>
/// <param name="Name">What the names of its runs begin with.</param>
/// <param name="Settings">The first is the one that the others are held against.</param>
/// <param name="Common">What is the same for all runs: the problem, the budget, limits, data.</param>
internal sealed record ComparisonPlan(string Name, IReadOnlyList<Setting> Settings, IReadOnlyList<long> Seeds, SearchRequest Common)
{
    /// <summary>The runs in their order: one seed of all settings, then the next, so that a comparison that was stopped is even. With each seed
    /// another setting begins: none of them has the cold machine, or the hot one, every time.</summary>
    public IReadOnlyList<Leg> Legs { get; } =
    [
        .. from round in Enumerable.Range(0, Seeds.Count)
           from turn in Enumerable.Range(0, Settings.Count)
           let setting = Settings[(round + turn) % Settings.Count]
           select new Leg(setting, Seeds[round], $"{Name}-{setting.Slug}-{Seeds[round]}"),
    ];

    /// <summary>The name of a comparison that was given none: the same problem with the same budget is the same comparison.</summary>
    public static string NameFor(string problem, Budget budget)
    {
        const int Longest = 50;
        var last = problem.TrimEnd('/').Split('/')[^1].Replace(".cs", "", StringComparison.OrdinalIgnoreCase);
        return Setting.SlugOf($"compare {last} {Views.ProgressText.Limits(budget).Replace(",", "", StringComparison.Ordinal)}", Longest);
    }

    public SearchRequest RequestFor(Leg leg) => leg.Setting.Apply(Common with { Seed = leg.Seed, Name = leg.Run });

    /// <summary>Who runs what for how long, as a sentence for the beginning.</summary>
    public string Describe()
    {
        var budget = Common.Budget;
        var total = budget.Time is { } time ? $", at most {Durations.Text(time * Legs.Count)} in all" : "";
        return $"{Views.Words.Count(Legs.Count, "run")} one after the other: {Views.Words.Count(Settings.Count, "setting")}, "
            + $"{(Seeds.Count == 1 ? $"seed {Seeds[0]}" : $"seeds {Seeds[0]} to {Seeds[^1]}")}, {Views.ProgressText.Limits(budget)} each{total}.";
    }
}
