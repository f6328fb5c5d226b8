namespace FunSearch.Specifications.Reading;

/// <summary>Moves source code to the left margin and away from it.</summary>
internal static class Layout
{
    /// <summary>Takes the common indentation from all lines but the first, which has none: the text begins where a node does.</summary>
    public static string Dedent(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var common = lines.Skip(1).Where(line => !string.IsNullOrWhiteSpace(line))
            .Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty(0).Min();
        var moved = lines.Select((line, index) => index == 0 ? line : line.Length >= common ? line[common..] : "");
        return string.Join('\n', moved.Select(line => line.TrimEnd()));
    }

    /// <summary>Breaks a text into lines of at most <paramref name="width"/> characters, longer words excepted.</summary>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        if (line.Length > 0)
        {
            yield return line;
        }
    }
}
