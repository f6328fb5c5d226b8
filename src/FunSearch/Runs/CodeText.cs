using FunSearch.Programs;
using FunSearch.Specifications;

namespace FunSearch.Runs;

/// <summary>A program as a person would paste it: the whole method.</summary>
internal static class CodeText
{
    /// <summary>Documentation, header and body; lines are separated by LF.</summary>
    public static string Method(EvolvedFunction function, Body body)
    {
        var code = $"{function.HeaderAs(function.Name)}\n{Block(body)}";
        return function.Documentation.Length == 0 ? code : $"{function.Documentation.TrimEnd()}\n{code}";
    }

    /// <summary>The body alone, from the first column on.</summary>
    public static string Block(Body body)
    {
        // The first body comes from inside a class: its opening brace has lost its indentation, the lines below have not.
        var lines = body.Text.Split('\n');
        var indent = lines.Skip(1).Where(line => line.Trim().Length > 0).Select(line => line.Length - line.TrimStart(' ').Length).DefaultIfEmpty(0).Min();
        return string.Join('\n', lines.Select((line, index) => index == 0 || line.Length < indent ? line : line[indent..]));
    }
}
