namespace FunSearch.Worker.Wire;

/// <summary>To a runner, first of all. Answered by <see cref="Ready"/> or <see cref="SetupFailed"/>.</summary>
/// <param name="Specification">The specification's assembly.</param>
/// <param name="References">Absolute paths of further assemblies that it needs.</param>
/// <param name="ClassName">Its class, in the form of metadata.</param>
/// <param name="Folder">The current directory while inputs are made.</param>
/// <param name="Data">The user's own files; null for the specification's own inputs.</param>
/// <param name="MemoryBytes">The limit of the process's data segment and heap; 0 when the parent sets it in another way.</param>
/// <param name="Fuel">Rounds of loops and calls that a candidate may take an input.</param>
/// <param name="AllocationBytes">What it may allocate an input, freed or not.</param>
internal sealed record SetUpRunner(
    byte[] Specification,
    IReadOnlyList<string> References,
    string ClassName,
    string Variant,
    string Folder,
    DataFiles? Data,
    long MemoryBytes,
    long Fuel,
    long AllocationBytes) : Message
{
    public override MessageKind Kind => MessageKind.SetUpRunner;

    public static SetUpRunner Read(BinaryReader reader) => new(
        reader.ReadByteArray(),
        reader.ReadList(reader.ReadString),
        reader.ReadString(),
        reader.ReadString(),
        reader.ReadString(),
        reader.ReadBoolean() ? DataFiles.Read(reader) : null,
        reader.ReadInt64(),
        reader.ReadInt64(),
        reader.ReadInt64());

    protected override void Write(BinaryWriter writer)
    {
        writer.WriteBytes(Specification);
        writer.Write(References, writer.Write);
        writer.Write(ClassName);
        writer.Write(Variant);
        writer.Write(Folder);
        writer.Write(Data is not null);
        Data?.Write(writer);
        writer.Write(MemoryBytes);
        writer.Write(Fuel);
        writer.Write(AllocationBytes);
    }
}

/// <summary>The user's own files, by split: <c>train</c>, <c>validation</c>, <c>test</c>.</summary>
/// <param name="Percentages">Train, validation, test: shares of the one file under <c>train</c>. Empty when each split has its own.</param>
internal sealed record DataFiles(IReadOnlyList<DataFile> Files, IReadOnlyList<int> Percentages)
{
    public static DataFiles Read(BinaryReader reader) =>
        new(reader.ReadList(() => new DataFile(reader.ReadString(), reader.ReadString())), reader.ReadList(reader.ReadInt32));

    public void Write(BinaryWriter writer)
    {
        writer.Write(Files, file =>
        {
            writer.Write(file.Split);
            writer.Write(file.Path);
        });
        writer.Write(Percentages, writer.Write);
    }
}

/// <param name="Path">Absolute.</param>
internal sealed record DataFile(string Split, string Path);

/// <summary>From a runner: it made its inputs. Splits without an input are left out.</summary>
internal sealed record Ready(IReadOnlyList<SplitNames> Splits) : Message
{
    public override MessageKind Kind => MessageKind.Ready;

    public static Ready Read(BinaryReader reader) =>
        new(reader.ReadList(() => new SplitNames(reader.ReadString(), reader.ReadList(reader.ReadString))));

    protected override void Write(BinaryWriter writer) => writer.Write(Splits, split =>
    {
        writer.Write(split.Split);
        writer.Write(split.Names, writer.Write);
    });
}

/// <param name="Names">The names of its inputs, in order.</param>
internal sealed record SplitNames(string Split, IReadOnlyList<string> Names);

/// <summary>From a runner: no search can start from this, and why, in a sentence.</summary>
internal sealed record SetupFailed(string Sentence) : Message
{
    public override MessageKind Kind => MessageKind.SetupFailed;

    public static SetupFailed Read(BinaryReader reader) => new(reader.ReadString());

    protected override void Write(BinaryWriter writer) => writer.Write(Bounds.Cut(Sentence));
}
