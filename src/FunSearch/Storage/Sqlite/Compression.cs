using System.IO.Compression;
using System.Text;

namespace FunSearch.Storage.Sqlite;

/// <summary>Brotli, which knows common words beforehand and so shortens even small texts.</summary>
/// <remarks>The length stands before it, in 7 bits a byte: Brotli itself does not notice when its end is missing.</remarks>
internal static class Compression
{
    // On bodies of 250 characters quality 9 takes twenty times as long as 5 and saves not a byte; below 5 they grow.
    private const int Quality = 5;
    private const int WindowBits = 18;

    // A damaged length must not ask for all memory.
    private const int LongestText = 1 << 28;

    public static byte[] Compress(ReadOnlySpan<byte> bytes)
    {
        var compressed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        if (bytes.Length > LongestText || !BrotliEncoder.TryCompress(bytes, compressed, out var length, Quality, WindowBits))
        {
            throw new ArgumentException($"{bytes.Length} bytes cannot be compressed. It must be at most {LongestText}.", nameof(bytes));
        }

        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write7BitEncodedInt(bytes.Length);
        writer.Write(compressed.AsSpan(0, length));
        return stream.ToArray();
    }

    public static byte[] CompressText(string text) => Compress(Encoding.UTF8.GetBytes(text));

    /// <exception cref="InvalidDataException">These are not compressed bytes.</exception>
    public static byte[] Decompress(byte[] blob)
    {
        using var stream = new MemoryStream(blob);
        using var reader = new BinaryReader(stream);
        var bytes = new byte[ReadLength(reader)];
        return BrotliDecoder.TryDecompress(blob.AsSpan((int)stream.Position), bytes, out var length) && length == bytes.Length
            ? bytes
            : throw new InvalidDataException("A compressed text is damaged.");
    }

    /// <exception cref="InvalidDataException">This is not a compressed text.</exception>
    public static string DecompressText(byte[] blob) => Encoding.UTF8.GetString(Decompress(blob));

    private static int ReadLength(BinaryReader reader)
    {
        try
        {
            var length = reader.Read7BitEncodedInt();
            return length is >= 0 and <= LongestText ? length : throw new InvalidDataException("A compressed text has a damaged length.");
        }
        catch (Exception exception) when (exception is EndOfStreamException or FormatException)
        {
            throw new InvalidDataException("A compressed text has a damaged length.", exception);
        }
    }
}
