namespace FunSearch.Worker.Wire;

/// <summary>
/// To a runner that has never loaded a candidate: draw this solution. Answered by <see cref="Drawn"/>, <see cref="Failure"/> or
/// <see cref="Refused"/>, and by heartbeats while it lasts.
/// </summary>
/// <param name="Input">Of the split, counted from 0.</param>
/// <param name="Solution">As JSON.</param>
internal sealed record Draw(string Split, int Input, byte[] Solution) : Message
{
    public override MessageKind Kind => MessageKind.Draw;

    public static Draw Read(BinaryReader reader) => new(reader.ReadString(), reader.ReadInt32(), reader.ReadByteArray());

    protected override void Write(BinaryWriter writer)
    {
        writer.Write(Split);
        writer.Write(Input);
        writer.WriteBytes(Solution);
    }
}

/// <summary>From a runner: the picture.</summary>
/// <param name="Svg">At most <see cref="Bounds.Picture"/> bytes of UTF-8: an XML document with the root element svg.</param>
internal sealed record Drawn(byte[] Svg) : Message
{
    public override MessageKind Kind => MessageKind.Drawn;

    public static Drawn Read(BinaryReader reader) => new(reader.ReadByteArray());

    protected override void Write(BinaryWriter writer) => writer.WriteBytes(Svg);
}
