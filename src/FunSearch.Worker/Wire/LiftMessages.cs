using FunSearch.Worker.Compiling;

namespace FunSearch.Worker.Wire;

/// <summary>To a compiler: a body of which literals are to become values. Answered by <see cref="Lifted"/>.</summary>
internal sealed record Lift(string Body) : Message
{
    public override MessageKind Kind => MessageKind.Lift;

    public static Lift Read(BinaryReader reader) => new(reader.ReadString());

    protected override void Write(BinaryWriter writer) => writer.Write(Body);
}

/// <summary>From a compiler: a program that takes literals as values.</summary>
/// <param name="Image">Its class has a constructor and a public field for each literal; empty when no literal could be lifted.</param>
/// <param name="Literals">Which literals of the body: its <see cref="PlainNumber"/>s are counted from 0.</param>
internal sealed record Lifted(byte[] Image, IReadOnlyList<int> Literals, CompileTimes Times) : Message
{
    public static Lifted Nothing { get; } = new([], [], default);

    public override MessageKind Kind => MessageKind.Lifted;

    public static Lifted Read(BinaryReader reader)
    {
        var times = new CompileTimes(reader.ReadInt64(), reader.ReadInt64());
        return new Lifted(reader.ReadByteArray(), reader.ReadList(reader.ReadInt32), times);
    }

    protected override void Write(BinaryWriter writer)
    {
        writer.Write(Times.Checks);
        writer.Write(Times.Compile);
        writer.WriteBytes(Image);
        writer.Write(Literals, writer.Write);
    }
}

/// <summary>A program that a runner keeps, so that it can be run with other literals.</summary>
/// <param name="Slot">Where it is kept, below <see cref="Slots"/>: an image takes the place of what was there, without one it is run again.</param>
/// <param name="Values">Of its literals, for this run.</param>
internal sealed record Held(byte Slot, IReadOnlyList<double> Values)
{
    /// <summary>Programs that a runner keeps.</summary>
    public const int Slots = 16;

    public static Held Read(BinaryReader reader) => new(reader.ReadByte(), reader.ReadList(reader.ReadDouble));

    public void Write(BinaryWriter writer)
    {
        writer.Write(Slot);
        writer.Write(Values, writer.Write);
    }
}
