namespace FunSearch.Islands;

/// <summary>The numbers of the programs database.</summary>
public sealed record IslandOptions
{
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
    /// <value>Default 5 000. The paper resets by the clock, every four hours; counting keeps a run reproducible.</value>
    public int ResetPeriod { get; init; } = 5_000;

    /// <summary>Programs kept in one cluster: the shortest stay. Bounds memory.</summary>
    /// <value>Default 20.</value>
    public int ClusterCapacity { get; init; } = 20;

    /// <summary>Everything that is wrong with these numbers, a sentence each: what is, what must be, why.</summary>
    public IEnumerable<string> Violations()
    {
        if (Islands < 1)
        {
            yield return $"{nameof(Islands)} is {Islands}. It must be at least 1: programs live on islands.";
        }

        if (ParentsPerPrompt < 1)
        {
            yield return $"{nameof(ParentsPerPrompt)} is {ParentsPerPrompt}. It must be at least 1: a prompt improves on something.";
        }

        if (!(InitialTemperature > 0) || !double.IsFinite(InitialTemperature))
        {
            yield return $"{nameof(InitialTemperature)} is {InitialTemperature}. It must be above 0 and finite: at 0 only the best cluster is ever chosen.";
        }

        if (TemperaturePeriod < 1)
        {
            yield return $"{nameof(TemperaturePeriod)} is {TemperaturePeriod}. It must be at least 1: the temperature decays over it.";
        }

        if (ResetPeriod < 1)
        {
            yield return $"{nameof(ResetPeriod)} is {ResetPeriod}. It must be at least 1: islands live at least one program long.";
        }

        if (ClusterCapacity < 1)
        {
            yield return $"{nameof(ClusterCapacity)} is {ClusterCapacity}. It must be at least 1: a cluster without a program cannot be a parent.";
        }
    }
}
