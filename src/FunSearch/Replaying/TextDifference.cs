using FunSearch.Programs;

namespace FunSearch.Replaying;

/// <summary>Names the first line in which two texts differ, as a clause; null when they are the same.</summary>
internal static class TextDifference
{
    private const int LongestQuotation = 120;

    public static string? Between(Body? recorded, Body? now) => (recorded, now) switch
    {
        (null, null) => null,
        (null, _) => $"recorded without code; now with {Quoted(now.Text)}",
        (_, null) => $"recorded with {Quoted(recorded.Text)}; now without code",
        _ => Between("body", recorded.Text, now.Text),
    };

    /// <param name="what">The texts' name.</param>
    public static string? Between(string what, string recorded, string now)
    {
        if (recorded == now)
        {
            return null;
        }

        var (before, after) = (recorded.Split('\n'), now.Split('\n'));
        var line = 0;
        while (line < Math.Min(before.Length, after.Length) && before[line] == after[line])
        {
            line++;
        }

        return $"line {line + 1} of its {what}: recorded {Line(before, line)}; now {Line(after, line)}";
    }

    private static string Line(string[] lines, int line) => line < lines.Length ? Quoted(lines[line]) : "nothing";

    private static string Quoted(string text)
    {
        var line = text.Trim().ReplaceLineEndings(" ");
        return $"`{(line.Length > LongestQuotation ? $"{line[..LongestQuotation]}…" : line)}`";
    }
}
