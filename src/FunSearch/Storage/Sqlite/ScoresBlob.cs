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
    private const byte Traced = 4;

    // Up to here every whole number is a double.
    private const double LargestWhole = 1L << 53;

    public static byte[] Encode(IReadOnlyList<double> scores, ulong trace = 0)
    {
        var areWhole = scores.All(IsWhole);
        var plain = areWhole ? Varints.Encode(Differences(scores)) : MemoryMarshal.AsBytes<double>(scores.ToArray()).ToArray();
        var compressed = Compression.Compress(plain);
        var isShorter = compressed.Length < plain.Length;
        var form = (areWhole ? Whole : 0) | (isShorter ? Compressed : 0) | (trace != 0 ? Traced : 0);
        return [(byte)form, .. trace != 0 ? BitConverter.GetBytes(trace) : [], .. isShorter ? compressed : plain];
    }

    /// <exception cref="InvalidDataException">These bytes are no scores.</exception>
    public static (double[] Scores, ulong Trace) Decode(byte[] blob)
    {
        if (blob.Length == 0 || blob[0] > (Whole | Compressed | Traced) || ((blob[0] & Traced) != 0 && blob.Length < 9))
        {
            throw new InvalidDataException("A list of scores is damaged.");
        }

        var trace = (blob[0] & Traced) != 0 ? BitConverter.ToUInt64(blob, 1) : 0;
        var rest = blob[(trace != 0 ? 9 : 1)..];
        var plain = (blob[0] & Compressed) != 0 ? Compression.Decompress(rest) : rest;
        return ((blob[0] & Whole) != 0 ? Sums(Varints.Decode(plain)) : MemoryMarshal.Cast<byte, double>(plain).ToArray(), trace);
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
