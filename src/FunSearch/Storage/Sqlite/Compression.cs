using System.IO.Compression;
using System.Text;

namespace FunSearch.Storage.Sqlite;

/// <summary>Brotli, which knows common words beforehand and so shortens even small texts.</summary>
internal static class Compression
{
    // Measured on bodies of 100 to 400 characters: higher qualities save 1 % and cost five times as much.
    private const int Quality = 9;
    private const int WindowBits = 18;

    public static byte[] Compress(ReadOnlySpan<byte> bytes)
    {
        var compressed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        if (!BrotliEncoder.TryCompress(bytes, compressed, out var length, Quality, WindowBits))
        {
            throw new InvalidOperationException($"Brotli could not compress {bytes.Length} bytes into {compressed.Length}.");
        }

        return compressed[..length];
    }

    public static byte[] CompressText(string text) => Compress(Encoding.UTF8.GetBytes(text));

    /// <exception cref="InvalidDataException">These are not compressed bytes.</exception>
    public static byte[] Decompress(ReadOnlySpan<byte> compressed)
    {
        using var source = new MemoryStream(compressed.ToArray());
        using var brotli = new BrotliStream(source, CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        brotli.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <exception cref="InvalidDataException">This is not a compressed text.</exception>
    public static string DecompressText(byte[] compressed) => Encoding.UTF8.GetString(Decompress(compressed));
}
