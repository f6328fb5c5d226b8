using System.Runtime.InteropServices;

namespace FunSearch.Storage.Sqlite;

/// <summary>The scores of a signature in few bytes, and bit for bit the same when they come back.</summary>
/// <remarks>
/// The first byte tells the form. Whole scores, such as counts, are kept as differences from the score before: inputs of one
/// group score alike, so that most take one byte. What compression does not shorten stays as it is.
/// </remarks>
internal static class ScoresBlob
{
    private const byte Whole = 1;
    private const byte Compressed = 2;

    // Up to here every whole number is a double.
    private const double LargestWhole = 1L << 53;

    public static byte[] Encode(IReadOnlyList<double> scores)
    {
        var areWhole = scores.All(IsWhole);
        var plain = areWhole ? Varints.Encode(Differences(scores)) : MemoryMarshal.AsBytes<double>(scores.ToArray()).ToArray();
        var compressed = Compression.Compress(plain);
        var form = areWhole ? Whole : (byte)0;
        return compressed.Length < plain.Length ? [(byte)(form | Compressed), .. compressed] : [form, .. plain];
    }

    /// <exception cref="InvalidDataException">These bytes are no scores.</exception>
    public static double[] Decode(byte[] blob)
    {
        if (blob.Length == 0 || blob[0] > (Whole | Compressed))
        {
            throw new InvalidDataException("A list of scores is damaged.");
        }

        var plain = (blob[0] & Compressed) != 0 ? Compression.Decompress(blob[1..]) : blob[1..];
        return (blob[0] & Whole) != 0 ? Sums(Varints.Decode(plain)) : MemoryMarshal.Cast<byte, double>(plain).ToArray();
    }

    private static bool IsWhole(double score) =>
        Math.Abs(score) <= LargestWhole && Math.Floor(score) == score && !(score == 0 && double.IsNegative(score));

    private static IEnumerable<long> Differences(IReadOnlyList<double> scores)
    {
        var before = 0L;
        foreach (var score in scores)
        {
            yield return (long)score - before;
            before = (long)score;
        }
    }

    private static double[] Sums(List<long> differences)
    {
        var scores = new double[differences.Count];
        var sum = 0L;
        for (var i = 0; i < scores.Length; i++)
        {
            sum += differences[i];
            scores[i] = sum;
        }

        return scores;
    }
}
