namespace FunSearch.Proposers.Answers;

/// <summary>The parts of an answer that may hold code.</summary>
internal static class AnswerText
{
    // As in Markdown: what is indented further is text, perhaps a line within a string.
    private const int FarthestFence = 3;

    private static readonly string[] ThinkingTags = ["think", "thinking"];

    /// <summary>What a model says after it has thought; what it says before, when it never stops thinking.</summary>
    public static string WithoutThinking(string answer)
    {
        foreach (var tag in ThinkingTags)
        {
            // Servers often swallow the opening tag, so the closing one counts alone.
            var end = answer.LastIndexOf($"</{tag}>", StringComparison.OrdinalIgnoreCase);
            answer = end < 0 ? answer : answer[(end + tag.Length + 3)..];
            var start = answer.IndexOf($"<{tag}>", StringComparison.OrdinalIgnoreCase);
            answer = start < 0 ? answer : answer[..start];
        }

        return answer;
    }

    /// <summary>The fenced blocks in order, then the texts around them. A fence that is never closed reaches to the end.</summary>
    public static IEnumerable<AnswerRegion> Regions(string answer)
    {
        var fenced = new List<string>();
        var plain = new List<string>();
        var region = new List<string>();
        string? open = null;
        var margin = 0;
        foreach (var line in answer.ReplaceLineEndings("\n").Split('\n'))
        {
            var fence = Fence(line, margin + FarthestFence);
            if (fence is null)
            {
                region.Add(line);
            }
            else if (open is null || IsClosedBy(open, fence, line))
            {
                (open is null ? plain : fenced).Add(string.Join('\n', region));
                region.Clear();
                (open, margin) = open is null ? (fence, line.Length - line.TrimStart().Length) : (null, 0);
            }
        }

        (open is null ? plain : fenced).Add(string.Join('\n', region));
        return fenced.Concat(plain).Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => new AnswerRegion(text));
    }

    /// <summary>The run of back quotes or tildes that a fence line starts with; null for another line.</summary>
    private static string? Fence(string line, int farthest)
    {
        var text = line.TrimStart();
        if (text.Length < 3 || line.Length - text.Length > farthest || text[0] is not ('`' or '~'))
        {
            return null;
        }

        var length = text.AsSpan().IndexOfAnyExcept(text[0]);
        length = length < 0 ? text.Length : length;

        // ```code``` within one line is a quotation, not a fence.
        return length >= 3 && !text.AsSpan(length).Contains(text[0]) ? text[..length] : null;
    }

    // As in Markdown: as many marks of the same kind, and nothing behind them. So a fence inside a longer fence stays inside.
    private static bool IsClosedBy(string open, string fence, string line) =>
        fence.StartsWith(open, StringComparison.Ordinal) && line.Trim() == fence;
}
