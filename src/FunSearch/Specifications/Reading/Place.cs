using Microsoft.CodeAnalysis;

namespace FunSearch.Specifications.Reading;

/// <summary>Where a mistake stands, in the words of the person who reads it.</summary>
internal static class Place
{
    public static Mistake Mistake(Location location, string sentence) =>
        new(AsTyped(location.SourceTree!.FilePath), Line(location), sentence);

    /// <summary>Line of a source, counted from 1.</summary>
    public static int Line(Location location) => location.GetLineSpan().StartLinePosition.Line + 1;

    /// <summary>Relative to the current directory where the file is below it.</summary>
    public static string AsTyped(string path)
    {
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), path);
        return relative.StartsWith("..", StringComparison.Ordinal) || relative == "." ? path : relative;
    }

    /// <summary>Several methods with their lines: <c>Priority (line 4), Weight (Other.cs, line 5)</c>.</summary>
    public static string List(IReadOnlyList<MarkedMethod> methods)
    {
        var home = methods[0].Location.SourceTree;
        return string.Join(", ", methods.Select(method => method.Location.SourceTree == home
            ? $"{method.Name} (line {Line(method.Location)})"
            : $"{method.Name} ({Path.GetFileName(method.Location.SourceTree!.FilePath)}, line {Line(method.Location)})"));
    }
}
