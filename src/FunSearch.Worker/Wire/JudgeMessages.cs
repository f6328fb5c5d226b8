namespace FunSearch.Worker.Wire;

/// <summary>
/// To a runner that has never loaded a candidate: score and verify these solutions. Answered by <see cref="Judged"/>,
/// <see cref="Failure"/> or <see cref="Refused"/>, and by heartbeats while it lasts.
/// </summary>
/// <param name="Solutions">As JSON, one an input of the split.</param>
internal sealed record Judge(string Split, IReadOnlyList<byte[]> Solutions) : Message
{
    public override MessageKind Kind => MessageKind.Judge;

    public static Judge Read(BinaryReader reader) => new(reader.ReadString(), reader.ReadList(reader.ReadByteArray));

    protected override void Write(BinaryWriter writer)
    {
        writer.Write(Split);
        writer.Write(Solutions, writer.WriteBytes);
    }
}

/// <summary>From a runner: no solution was found wanting.</summary>
/// <param name="Scores">In the user's own sign.</param>
internal sealed record Judged(IReadOnlyList<double> Scores, IReadOnlyList<FigureValue> Figures) : Message
{
    public override MessageKind Kind => MessageKind.Judged;

    public static Judged Read(BinaryReader reader) => new(
        reader.ReadList(reader.ReadDouble),
        reader.ReadList(() => new FigureValue(reader.ReadString(), reader.ReadString(), reader.ReadDouble())));

    protected override void Write(BinaryWriter writer)
    {
        writer.Write(Scores, writer.Write);
        writer.Write(Figures, figure =>
        {
            writer.Write(figure.Figure);
            writer.Write(figure.Group);
            writer.Write(figure.Value);
        });
    }
}

/// <summary>One figure of one group of inputs.</summary>
internal sealed record FigureValue(string Figure, string Group, double Value);

/// <summary>From a runner: it was asked what it must not or cannot do.</summary>
internal sealed record Refused(string Sentence) : Message
{
    public override MessageKind Kind => MessageKind.Refused;

    public static Refused Read(BinaryReader reader) => new(reader.ReadString());

    protected override void Write(BinaryWriter writer) => writer.Write(Bounds.Cut(Sentence));
}
