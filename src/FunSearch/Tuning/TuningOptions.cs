namespace FunSearch.Tuning;

/// <summary>How much of a search goes into the numbers of promising programs.</summary>
public sealed record TuningOptions
{
    /// <summary>Trials after which a burst ends, whatever came of it.</summary>
    /// <value>Default 200.</value>
    public int Trials { get; init; } = 200;

    /// <summary>Trials in a row without a better program after which a burst ends.</summary>
    /// <value>Default 80.</value>
    public int Patience { get; init; } = 80;

    /// <summary>The same for a program that is not the best of its island, but of a form that was not tuned there yet.</summary>
    /// <value>Default 25: enough to see whether its numbers were the matter.</value>
    public int PatienceWithOthers { get; init; } = 25;

    /// <summary>Of the prompts of a search without a model: how many are trials while there is something to tune, from 0 to 1.</summary>
    /// <value>Default 0.5: so tuning never takes more than half of a search.</value>
    public double Share { get; init; } = 0.5;

    /// <summary>The same while there is no best of an island to tune, but other programs.</summary>
    /// <value>Default 0.25: what is new is found by edits, and most of it is not worth tuning.</value>
    public double ShareWithOthers { get; init; } = 0.25;

    /// <summary>Everything that is wrong with these numbers, a sentence each.</summary>
    public IEnumerable<string> Violations()
    {
        if (Trials < 1 || Patience < 1 || PatienceWithOthers < 1)
        {
            yield return $"{nameof(Trials)}, {nameof(Patience)} and {nameof(PatienceWithOthers)} are {Trials}, {Patience} and {PatienceWithOthers}. All must be at least 1: a burst makes a trial.";
        }

        if (!(Share is > 0 and <= 1) || !(ShareWithOthers is > 0 and <= 1))
        {
            yield return $"{nameof(Share)} and {nameof(ShareWithOthers)} are {Share} and {ShareWithOthers}. Both must be above 0 and at most 1: they are shares of the prompts.";
        }
    }
}
