namespace FunSearch.Proposers.Answers;

/// <summary>Lays a body out as a block in column 0, its statements four columns in.</summary>
internal static class BlockLayout
{
    private const string Indent = "    ";

    /// <param name="content">What stands between the braces, or an expression.</param>
    /// <param name="isExpression">Whether it is to be returned.</param>
    /// <param name="keepsColumns">True when white space at the start of a line may belong to a string.</param>
    public static string Block(string content, bool isExpression, bool keepsColumns)
    {
        content = isExpression ? $"return {content.Trim()};" : content;
        if (keepsColumns)
        {
            return $"{{\n{content}\n}}";
        }

        var lines = content.Replace("\t", Indent, StringComparison.Ordinal).Split('\n').Select(line => line.TrimEnd()).ToList();

        // The first line stands behind a brace, or a model has left its indentation out: its column says nothing.
        var margin = lines.Skip(1).Where(line => line.Length > 0).Select(Margin).DefaultIfEmpty(0).Min();
        var statements = lines.Select((line, number) => number == 0 || line.Length == 0 ? line.Trim() : line[margin..])
            .SkipWhile(line => line.Length == 0)
            .Reverse().SkipWhile(line => line.Length == 0).Reverse()
            .Select(line => line.Length > 0 ? $"{Indent}{line}\n" : "\n");
        return $"{{\n{string.Concat(statements)}}}";
    }

    private static int Margin(string line) => line.Length - line.TrimStart().Length;
}
