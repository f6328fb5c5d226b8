using FunSearch.Islands;

namespace FunSearch.Search;

/// <summary>What shapes a search, besides its seed: part of the run's configuration and never changed while it lives.</summary>
public sealed record SearchOptions
{
    /// <summary>Prompts in flight: prompt n is drawn from the database as it stood after the outcomes of prompt n − Window.
    /// A constant of the run, never derived from the number of workers: so one seed gives one search on any machine.</summary>
    /// <value>Default 32.</value>
    public int Window { get; init; } = 32;

    /// <summary>The programs database.</summary>
    public IslandOptions Islands { get; init; } = new();

    /// <summary>Everything that is wrong with these numbers, a sentence each.</summary>
    public IEnumerable<string> Violations() => Window >= 1
        ? Islands.Violations()
        : Islands.Violations().Prepend($"{nameof(Window)} is {Window}. It must be at least 1: the search needs a prompt in flight.");
}
