namespace FunSearch.Worker.Wire;

/// <summary>
/// One message between the parent and a worker. On the wire a frame: the content's length (4 bytes, little endian), the kind (1 byte),
/// the content.
/// </summary>
internal abstract record Message
{
    /// <summary>Bytes before the content.</summary>
    public const int HeaderSize = 5;

    public abstract MessageKind Kind { get; }

    public byte[] ToFrame()
    {
        using var frame = new MemoryStream();
        using var writer = new BinaryWriter(frame);
        writer.Write(0);
        writer.Write((byte)Kind);
        Write(writer);
        frame.Position = 0;
        writer.Write((int)frame.Length - HeaderSize);
        return frame.ToArray();
    }

    /// <exception cref="InvalidDataException">The content is not a message of this kind, or more than one.</exception>
    public static Message Parse(MessageKind kind, byte[] content)
    {
        using var stream = new MemoryStream(content, writable: false);
        using var reader = new BinaryReader(stream);
        try
        {
            var message = Read(kind, reader);
            return stream.Position == stream.Length
                ? message
                : throw new InvalidDataException($"A {kind} frame holds more than its message.");
        }
        catch (Exception exception) when (exception is IOException or FormatException or ArgumentException)
        {
            throw new InvalidDataException($"A {kind} frame does not hold its message.", exception);
        }
    }

    protected abstract void Write(BinaryWriter writer);

    private static Message Read(MessageKind kind, BinaryReader reader) => kind switch
    {
        MessageKind.SetUpCompiler => SetUpCompiler.Read(reader),
        MessageKind.Compile => Compile.Read(reader),
        MessageKind.SetUpRunner => SetUpRunner.Read(reader),
        MessageKind.Run => Run.Read(reader),
        MessageKind.Judge => Judge.Read(reader),
        MessageKind.Draw => Draw.Read(reader),
        MessageKind.Lift => Lift.Read(reader),
        MessageKind.Image or MessageKind.DoesNotCompile or MessageKind.Forbidden => CompilerAnswer.Read(kind, reader),
        MessageKind.Ready => Ready.Read(reader),
        MessageKind.SetupFailed => SetupFailed.Read(reader),
        MessageKind.Heartbeat => Heartbeat.Read(reader),
        MessageKind.Scores => Scores.Read(reader),
        MessageKind.Solution => Solution.Read(reader),
        MessageKind.Failure => Failure.Read(reader),
        MessageKind.Judged => Judged.Read(reader),
        MessageKind.Refused => Refused.Read(reader),
        MessageKind.Drawn => Drawn.Read(reader),
        MessageKind.Lifted => Lifted.Read(reader),
        _ => throw new InvalidDataException($"There is no message of kind {(byte)kind}."),
    };
}
