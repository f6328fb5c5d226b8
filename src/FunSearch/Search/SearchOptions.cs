using FunSearch.Islands;
using FunSearch.Tuning;

namespace FunSearch.Search;

/// <summary>What makes a search the search it is: fixed when its run starts.</summary>
internal sealed record SearchOptions
{
    /// <summary>The one seed of all chance.</summary>
    public required long Seed { get; init; }

    /// <summary>Prompts in flight: prompt n is drawn from the database as it stood after the outcomes of prompt n − Window.
    /// A constant of the run, never derived from the number of workers: so one seed gives one search on any machine.</summary>
    /// <value>Default 32: wide enough for proposing and evaluating never to wait for each other.</value>
    public int Window { get; init; } = 32;

    /// <summary>The programs database.</summary>
    public IslandOptions Islands { get; init; } = new();

    /// <summary>Bursts of trials of the numbers in a program that became the best of its island; null for none.</summary>
    public TuningOptions? Tuning { get; init; }

    /// <summary>Everything that is wrong with these numbers, a sentence each.</summary>
    public IEnumerable<string> Violations()
    {
        string[] window = Window >= 1 ? [] : [$"{nameof(Window)} is {Window}. It must be at least 1: the search needs a prompt in flight."];
        return [.. window, .. Islands.Violations(), .. Tuning?.Violations() ?? []];
    }
}
