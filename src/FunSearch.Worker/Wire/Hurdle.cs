namespace FunSearch.Worker.Wire;

/// <summary>What a function must reach on the inputs that are run first, or it is not run on the rest.</summary>
/// <param name="Inputs">Of the split, counted from 0, in the order of running; at least one, and not all.</param>
/// <param name="Mean">Of their scores, in the user's own sign.</param>
/// <param name="Minimise">True when less is better.</param>
internal sealed record Hurdle(IReadOnlyList<int> Inputs, double Mean, bool Minimise)
{
    public static Hurdle Read(BinaryReader reader) => new(reader.ReadList(reader.ReadInt32), reader.ReadDouble(), reader.ReadBoolean());

    /// <summary>All inputs of a split in the order of running: the first ones, then the others as they stand.</summary>
    public IReadOnlyList<int> Order(int inputs) => [.. Inputs, .. Enumerable.Range(0, inputs).Except(Inputs)];

    /// <summary>Scores in the order of running, put into the inputs' own order.</summary>
    public IReadOnlyList<double> Restore(IReadOnlyList<double> scores)
    {
        var restored = new double[scores.Count];
        foreach (var (place, input) in Order(scores.Count).Index())
        {
            restored[input] = scores[place];
        }

        return restored;
    }

    /// <summary>True when a function is clearly out.</summary>
    /// <param name="scores">Of the <see cref="Inputs"/>, in their order.</param>
    public bool Stops(IReadOnlyList<double> scores) => Minimise ? scores.Average() > Mean : scores.Average() < Mean;

    public void Write(BinaryWriter writer)
    {
        writer.Write(Inputs, writer.Write);
        writer.Write(Mean);
        writer.Write(Minimise);
    }
}
