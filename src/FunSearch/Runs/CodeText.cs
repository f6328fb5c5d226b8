using FunSearch.Programs;

namespace FunSearch.Runs;

/// <summary>A program as a person would paste it: the whole method.</summary>
internal static class CodeText
{
    /// <summary>Documentation, header and body; lines are separated by LF.</summary>
    public static string Method(EvolvedFunction function, Body body)
    {
        var code = $"{function.HeaderAs(function.Name)}\n{Outdented(body.Text)}";
        return function.Documentation.Length == 0 ? code : $"{function.Documentation.TrimEnd()}\n{code}";
    }

    // The first body comes from inside a class: its opening brace has lost its indentation, the lines below have not.
    private static string Outdented(string block)
    {
        var lines = block.Split('\n');
        var indent = lines.Skip(1).Where(line => line.Trim().Length > 0).Select(line => line.Length - line.TrimStart(' ').Length).DefaultIfEmpty(0).Min();
        return string.Join('\n', lines.Select((line, index) => index == 0 || line.Length < indent ? line : line[indent..]));
    }
}
