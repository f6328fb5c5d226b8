namespace FunSearch.Islands;

/// <summary>The numbers of the programs database.</summary>
public sealed record IslandOptions
{
    /// <summary>Hill climbing, to hold islands against: one population, of which the best program is the only parent. Of several programs that
    /// score the same but behave differently chance takes one, so that it can drift; of those that behave alike the shortest is kept.</summary>
    public static IslandOptions HillClimbing { get; } =
        new() { Islands = 1, ParentsPerPrompt = 1, ClusterCapacity = 1, InitialTemperature = double.Epsilon };

    /// <summary>How many populations evolve side by side.</summary>
    /// <value>Default 10 (the paper's).</value>
    public int Islands { get; init; } = 10;

    /// <summary>Programs shown in one prompt.</summary>
    /// <value>Default 2 (the paper's).</value>
    public int ParentsPerPrompt { get; init; } = 2;

    /// <summary>Softmax temperature for choosing clusters when an island is empty; it decays to zero over <see cref="TemperaturePeriod"/>.</summary>
    /// <value>Default 0.1 (the paper's), in units of the island's spread of scores: the score's own unit does not matter.</value>
    public double InitialTemperature { get; init; } = 0.1;

    /// <summary>Programs registered in an island after which its temperature starts again.</summary>
    /// <value>Default 30 000 (the paper's).</value>
    public int TemperaturePeriod { get; init; } = 30_000;

    /// <summary>Programs registered in the whole database between two resets of the weaker half of the islands.</summary>
    /// <value>Default 20 000. The paper resets by the clock, every four hours; counting keeps a run reproducible.</value>
    public int ResetPeriod { get; init; } = 20_000;

    /// <summary>Programs registered in an island without a higher score after which it begins again with the search's first program, unless it is the best of all.</summary>
    /// <value>Default 500. The paper has no such limit.</value>
    public int Patience { get; init; } = 500;

    /// <summary>Chance that an island of the weaker half begins again with the search's first program, and not with the best of a survivor.</summary>
    /// <value>Default 0.5. The paper's is 0: all begin with a survivor's best.</value>
    public double FreshStarts { get; init; } = 0.5;

    /// <summary>How far the longest program stands back behind a short one of equal score when clusters are chosen, in units of the island's spread of scores.</summary>
    /// <value>Default 0.2: at the initial temperature the shortest is e² times as likely as the longest. The paper prefers short programs within a
    /// cluster alone; here equal scores with different solutions are different clusters.</value>
    public double Parsimony { get; init; } = 0.2;

    /// <summary>Programs kept in one cluster: the shortest stay. Bounds memory.</summary>
    /// <value>Default 20.</value>
    public int ClusterCapacity { get; init; } = 20;

    /// <summary>Everything that is wrong with these numbers, a sentence each: what is, what must be, why.</summary>
    public IEnumerable<string> Violations() =>
        from rule in new (string Name, double Value, bool IsKept, string Rule)[]
        {
            (nameof(Islands), Islands, Islands >= 1, "at least 1: programs live on islands"),
            (nameof(ParentsPerPrompt), ParentsPerPrompt, ParentsPerPrompt >= 1, "at least 1: a prompt improves on something"),
            (nameof(InitialTemperature), InitialTemperature, InitialTemperature > 0 && double.IsFinite(InitialTemperature),
                "above 0 and finite: at 0 only the best cluster is ever chosen"),
            (nameof(TemperaturePeriod), TemperaturePeriod, TemperaturePeriod >= 1, "at least 1: the temperature decays over it"),
            (nameof(ResetPeriod), ResetPeriod, ResetPeriod >= 1, "at least 1: an island lives at least one program long"),
            (nameof(Patience), Patience, Patience >= 1, "at least 1: an island lives at least one program long"),
            (nameof(FreshStarts), FreshStarts, FreshStarts is >= 0 and <= 1, "from 0 to 1: it is a chance"),
            (nameof(Parsimony), Parsimony, Parsimony >= 0 && double.IsFinite(Parsimony), "at least 0 and finite: it is taken off a score"),
            (nameof(ClusterCapacity), ClusterCapacity, ClusterCapacity >= 1, "at least 1: a cluster without a program cannot be a parent"),
        }
        where !rule.IsKept
        select $"{rule.Name} is {rule.Value}. It must be {rule.Rule}.";
}
