namespace FunSearch.Storage.Sqlite;

/// <summary>Whole numbers in as few bytes as they need: seven bits a byte, the lowest first.</summary>
/// <remarks>Zigzagged, so that small negative ones are short too.</remarks>
internal static class Varints
{
    public static byte[] Encode(IEnumerable<long> numbers)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        foreach (var number in numbers)
        {
            writer.Write7BitEncodedInt64((number << 1) ^ (number >> 63));
        }

        return stream.ToArray();
    }

    /// <exception cref="InvalidDataException">The bytes end within a number, or hold one of more than 64 bits.</exception>
    public static List<long> Decode(byte[] blob)
    {
        using var stream = new MemoryStream(blob);
        using var reader = new BinaryReader(stream);
        var numbers = new List<long>();
        try
        {
            while (stream.Position < stream.Length)
            {
                var zigzag = (ulong)reader.Read7BitEncodedInt64();
                numbers.Add((long)(zigzag >> 1) ^ -(long)(zigzag & 1));
            }
        }
        catch (Exception exception) when (exception is EndOfStreamException or FormatException)
        {
            throw new InvalidDataException("A list of whole numbers is damaged.", exception);
        }

        return numbers;
    }
}
