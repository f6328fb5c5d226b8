using FunSearch.Accounts;
using FunSearch.Islands;
using FunSearch.Search;
using FunSearch.Specifications;
using FunSearch.Storage;
using FunSearch.Storage.Sqlite;
using FunSearch.Tuning;

namespace FunSearch.Runs;

/// <summary>What to search, how, and for how long.</summary>
/// <param name="Problem">A folder or a C# file, with an optional variant after a colon: <c>./warehouse</c>, <c>./warehouse:large</c>.
/// With the app also the name of a built-in problem.</param>
public sealed record SearchRequest(string Problem)
{
    /// <summary>Who writes programs.</summary>
    /// <value>Default: typed edits of syntax trees, without a model.</value>
    public ProposerChoice Proposer { get; init; } = ProposerChoice.Embedded;

    /// <summary>Where it stops.</summary>
    /// <value>Default: after five minutes.</value>
    public Budget Budget { get; init; } = new() { Time = TimeSpan.FromMinutes(5) };

    /// <summary>The one seed of all chance: one seed, one search.</summary>
    /// <value>Default: taken from the clock, and told with every result.</value>
    public long? Seed { get; init; }

    /// <summary>What a candidate may take before it is stopped.</summary>
    public Limits Limits { get; init; } = new();

    /// <summary>Runs a candidate on the cheaper training inputs first, and not on the rest when it is clearly out by then.</summary>
    /// <value>Default true. Where two stages are not worth it, as on one or two inputs, all candidates are run on all.</value>
    public bool CutShort { get; init; } = true;

    /// <summary>The user's own inputs in place of the specification's; null for those.</summary>
    public UserData? Data { get; init; }

    /// <summary>What the search begins with in place of the specification's own program: a file that holds the method, or a run of the
    /// same store, whose best program is taken. Null for the specification's own.</summary>
    public string? From { get; init; }

    /// <summary>The program itself that it begins with, where it is at hand; null to find it by <see cref="From"/>.</summary>
    internal StartingProgram? Start { get; init; }

    /// <summary>The run's name in the store, unique there.</summary>
    /// <value>Default: the problem and a number.</value>
    public string? Name { get; init; }

    /// <summary>The programs database.</summary>
    public IslandOptions Islands { get; init; } = new();

    /// <summary>How the numbers of promising programs are tuned; null to leave that to the proposer.</summary>
    /// <value>Default: 200 trials at most for each program that becomes the best of its island.</value>
    public TuningOptions? Tuning { get; init; } = new();

    /// <summary>Everything that is wrong with the numbers and names in it, a sentence each.</summary>
    internal IEnumerable<string> Violations()
    {
        if (Name is not null && !SqliteStore.IsName(Name))
        {
            yield return $"{nameof(Name)} is '{Name}'. It must be {SqliteStore.NameForm}.";
        }

        if (Limits.Time <= TimeSpan.Zero || Limits.MemoryBytes <= 0)
        {
            yield return $"{nameof(Limits)} are {Limits.Time} and {Limits.MemoryBytes} bytes. Both must be above 0: a candidate needs time and memory.";
        }

        foreach (var violation in new SearchOptions { Seed = 0, Window = Proposer.Window ?? 1, Islands = Islands, Tuning = Tuning }.Violations())
        {
            yield return violation;
        }

        foreach (var missing in Data?.Files.Values.Where(file => !File.Exists(file)) ?? [])
        {
            yield return $"There is no data file '{missing}'.";
        }

        if (Data is not null && (!Data.Files.ContainsKey(Split.Train) || (Data.Percentages is { } parts && (parts.Count != 3 || parts.Any(part => part < 0) || parts[0] == 0 || parts.Sum() != 100))))
        {
            yield return $"{nameof(Data)} needs a file to train on, and of a file that is split three percentages that sum to 100, the first above 0.";
        }
    }
}
