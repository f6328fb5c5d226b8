namespace FunSearch.Worker.Wire;

/// <summary>
/// To a runner: run a function on all inputs of a split. Answered by <see cref="Scores"/> (after one <see cref="Solution"/> an input, if
/// they were asked for) or <see cref="Failure"/>; while it lasts, by a <see cref="Heartbeat"/> every 100 ms.
/// </summary>
/// <param name="Image">A compiled candidate; empty for a baseline.</param>
/// <param name="Baseline">The name of a baseline; empty for a candidate.</param>
/// <param name="WithSolutions">True when the solutions are to be sent too.</param>
/// <param name="Held">For a program that takes its literals as values; null for any other.</param>
internal sealed record Run(byte[] Image, string Baseline, string Split, bool WithSolutions, Held? Held = null) : Message
{
    public override MessageKind Kind => MessageKind.Run;

    /// <summary>True when it is to be told what fuel each input took.</summary>
    public bool WithFuel { get; init; }

    /// <summary>True when it is to be told which solutions were found, as one number.</summary>
    public bool WithTrace { get; init; }

    /// <summary>What the function must reach to be run to the end; null: it is run to the end, in the inputs' own order.</summary>
    public Hurdle? Hurdle { get; init; }

    public static Run Read(BinaryReader reader) => new(
        reader.ReadByteArray(), reader.ReadString(), reader.ReadString(), reader.ReadBoolean(), reader.ReadBoolean() ? Wire.Held.Read(reader) : null)
        {
            WithFuel = reader.ReadBoolean(),
            WithTrace = reader.ReadBoolean(),
            Hurdle = reader.ReadBoolean() ? Hurdle.Read(reader) : null,
        };

    protected override void Write(BinaryWriter writer)
    {
        writer.WriteBytes(Image);
        writer.Write(Baseline);
        writer.Write(Split);
        writer.Write(WithSolutions);
        writer.Write(Held is not null);
        Held?.Write(writer);
        writer.Write(WithFuel);
        writer.Write(WithTrace);
        writer.Write(Hurdle is not null);
        Hurdle?.Write(writer);
    }
}

/// <summary>From a runner: it is still at it, at this input.</summary>
/// <param name="Input">Counted from 0, in the order of running.</param>
internal sealed record Heartbeat(int Input) : Message
{
    public override MessageKind Kind => MessageKind.Heartbeat;

    public static Heartbeat Read(BinaryReader reader) => new(reader.ReadInt32());

    protected override void Write(BinaryWriter writer) => writer.Write(Input);
}

/// <summary>From a runner: a finite score for every input of the split, in the user's own sign and in the order of running; of the first ones alone
/// where a <see cref="Hurdle"/> stopped the function.</summary>
internal sealed record Scores(IReadOnlyList<double> Values, RunTimes Times = default) : Message
{
    public override MessageKind Kind => MessageKind.Scores;

    /// <summary>Rounds and calls that each input took of <see cref="Running.Fuel"/>; empty when they were not asked for.</summary>
    public IReadOnlyList<long> Fuel { get; init; } = [];

    /// <summary>Of equal solutions an equal number, in whatever order the inputs were run; 0 when it was not asked for.</summary>
    public ulong Trace { get; init; }

    public static Scores Read(BinaryReader reader)
    {
        var times = new RunTimes(reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64());
        return new Scores(reader.ReadList(reader.ReadDouble), times) { Fuel = reader.ReadList(reader.ReadInt64), Trace = reader.ReadUInt64() };
    }

    protected override void Write(BinaryWriter writer)
    {
        writer.Write(Times.Load);
        writer.Write(Times.Jit);
        writer.Write(Times.Run);
        writer.Write(Values, writer.Write);
        writer.Write(Fuel, writer.Write);
        writer.Write(Trace);
    }
}

/// <summary>Where the time went, in ticks of 100 ns.</summary>
/// <param name="Load">Loading the candidate's image.</param>
/// <param name="Jit">Making the function ready to be called.</param>
/// <param name="Run">Running and scoring all inputs.</param>
internal readonly record struct RunTimes(long Load, long Jit, long Run);

/// <summary>From a runner: the solution of the next input.</summary>
/// <param name="Json">At most <see cref="Bounds.Solution"/> bytes of UTF-8.</param>
internal sealed record Solution(byte[] Json) : Message
{
    public override MessageKind Kind => MessageKind.Solution;

    public static Solution Read(BinaryReader reader) => new(reader.ReadByteArray());

    protected override void Write(BinaryWriter writer) => writer.WriteBytes(Json);
}

/// <summary>The ways in which one input can fail inside a living runner.</summary>
internal enum FailureKind : byte
{
    Crashed,
    OutOfMemory,
    NotFinite,
    WrongResult,

    /// <summary>More rounds and calls than an input may take.</summary>
    OutOfFuel,

    /// <summary>More bytes than an input may allocate; the process is as good as before.</summary>
    AllocatedTooMuch,
}

/// <summary>From a runner: what went wrong at which input.</summary>
/// <param name="Input">Counted from 0, in the order of running; −1 when it was none in particular.</param>
/// <param name="Text">The end of a sentence that begins with the input's name.</param>
internal sealed record Failure(FailureKind Why, int Input, string Text) : Message
{
    public override MessageKind Kind => MessageKind.Failure;

    public static Failure Read(BinaryReader reader)
    {
        var why = (FailureKind)reader.ReadByte();
        return Enum.IsDefined(why)
            ? new Failure(why, reader.ReadInt32(), reader.ReadString())
            : throw new InvalidDataException($"There is no failure of kind {(byte)why}.");
    }

    protected override void Write(BinaryWriter writer)
    {
        writer.Write((byte)Why);
        writer.Write(Input);
        writer.Write(Bounds.Cut(Text));
    }
}
