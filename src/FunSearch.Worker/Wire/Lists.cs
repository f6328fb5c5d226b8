namespace FunSearch.Worker.Wire;

/// <summary>Lists on the wire: a count, then the elements. A count that does not fit is refused before memory is taken for it.</summary>
internal static class Lists
{
    public static void Write<T>(this BinaryWriter writer, IReadOnlyCollection<T> list, Action<T> write)
    {
        writer.Write(list.Count);
        foreach (var element in list)
        {
            write(element);
        }
    }

    public static T[] ReadList<T>(this BinaryReader reader, Func<T> read)
    {
        var list = new T[reader.ReadCount()];
        for (var i = 0; i < list.Length; i++)
        {
            list[i] = read();
        }

        return list;
    }

    public static void WriteBytes(this BinaryWriter writer, byte[] bytes)
    {
        writer.Write(bytes.Length);
        writer.Write(bytes);
    }

    public static byte[] ReadByteArray(this BinaryReader reader) => reader.ReadBytes(reader.ReadCount());

    // Every element has at least one byte.
    private static int ReadCount(this BinaryReader reader)
    {
        var count = reader.ReadInt32();
        return count >= 0 && count <= reader.BaseStream.Length - reader.BaseStream.Position
            ? count
            : throw new InvalidDataException($"A list of {count} elements does not fit into its frame.");
    }
}
