using FunSearch.Worker.Compiling;

namespace FunSearch.Worker.Wire;

/// <summary>To a compiler, first of all. It has no answer.</summary>
internal sealed record SetUpCompiler(CompilerSetup Setup) : Message
{
    public override MessageKind Kind => MessageKind.SetUpCompiler;

    public static SetUpCompiler Read(BinaryReader reader) => new(new CompilerSetup(
        reader.ReadString(),
        reader.ReadString(),
        reader.ReadString(),
        reader.ReadByteArray(),
        reader.ReadList(reader.ReadString),
        reader.ReadList(reader.ReadString)));

    protected override void Write(BinaryWriter writer)
    {
        writer.Write(Setup.ClassName);
        writer.Write(Setup.FunctionName);
        writer.Write(Setup.Header);
        writer.WriteBytes(Setup.Specification);
        writer.Write(Setup.References, writer.Write);
        writer.Write(Setup.Nameable, writer.Write);
    }
}

/// <summary>To a compiler: a candidate's body. Answered by <see cref="CompilerAnswer"/>.</summary>
internal sealed record Compile(string Body) : Message
{
    public override MessageKind Kind => MessageKind.Compile;

    public static Compile Read(BinaryReader reader) => new(reader.ReadString());

    protected override void Write(BinaryWriter writer) => writer.Write(Body);
}

/// <summary>What the front end made of a body.</summary>
internal sealed record CompilerAnswer(Compiled Result, CompileTimes Times = default) : Message
{
    public override MessageKind Kind => Result switch
    {
        Compiled.Image => MessageKind.Image,
        Compiled.DoesNotCompile => MessageKind.DoesNotCompile,
        _ => MessageKind.Forbidden,
    };

    public static CompilerAnswer Read(MessageKind kind, BinaryReader reader)
    {
        var times = new CompileTimes(reader.ReadInt64(), reader.ReadInt64());
        return new CompilerAnswer(ReadResult(kind, reader), times);
    }

    private static Compiled ReadResult(MessageKind kind, BinaryReader reader) => kind switch
    {
        MessageKind.Image => new Compiled.Image(reader.ReadByteArray()),
        MessageKind.DoesNotCompile => new Compiled.DoesNotCompile(reader.ReadString()),
        _ => new Compiled.Forbidden(reader.ReadString()),
    };

    protected override void Write(BinaryWriter writer)
    {
        writer.Write(Times.Checks);
        writer.Write(Times.Compile);
        switch (Result)
        {
            case Compiled.Image image:
                writer.WriteBytes(image.Bytes);
                break;
            case Compiled.DoesNotCompile refused:
                writer.Write(Bounds.Cut(refused.Diagnostics));
                break;
            case Compiled.Forbidden forbidden:
                writer.Write(Bounds.Cut(forbidden.What));
                break;
        }
    }
}

/// <summary>Where the time went, in ticks of 100 ns.</summary>
/// <param name="Checks">Tokens, parsing, syntax and the emitted image.</param>
/// <param name="Compile">Weaving, binding and emitting.</param>
internal readonly record struct CompileTimes(long Checks, long Compile);
