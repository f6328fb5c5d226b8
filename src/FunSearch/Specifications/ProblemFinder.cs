using System.Text.RegularExpressions;

namespace FunSearch.Specifications;

/// <summary>Where a problem stands that a user has named.</summary>
/// <param name="Path">Absolute path of a folder or a C# file.</param>
/// <param name="Problem">What the user typed, without the variant.</param>
/// <param name="Variant">The empty string when none was given.</param>
internal sealed record ProblemPlace(string Path, string Problem, string Variant);

/// <summary>Finds what a user calls a problem: a built-in name, a folder or a C# file, each with an optional <c>:variant</c>.</summary>
internal static partial class ProblemFinder
{
    private static readonly char[] Separators = ['/', '\\'];

    private static string BuiltInFolder => Path.Combine(AppContext.BaseDirectory, "problems");

    /// <summary>The names of the problems that come with the product, in alphabetical order.</summary>
    public static IReadOnlyList<string> BuiltIn() => [.. BuiltIn(BuiltInFolder).Keys];

    /// <param name="typed"><c>warehouse</c>, <c>warehouse:large</c>, <c>./my-warehouse</c>, <c>./x/spec.cs:variant</c>.</param>
    /// <exception cref="SpecificationException">There is no such problem.</exception>
    public static ProblemPlace Find(string typed) => Find(typed, BuiltInFolder);

    internal static ProblemPlace Find(string typed, string builtInFolder)
    {
        var (name, variant) = Divide(typed);
        var builtIn = BuiltIn(builtInFolder);
        if (builtIn.TryGetValue(name, out var folder))
        {
            return new ProblemPlace(folder, name, variant);
        }

        if (File.Exists(name) || Directory.Exists(name))
        {
            return new ProblemPlace(Path.GetFullPath(name), name, variant);
        }

        var sentence = IsPath(name) ? "There is no such file or folder." : Unknown(name, [.. builtIn.Keys]);
        throw new SpecificationException([new Mistake(typed, 0, sentence)]);
    }

    // A folder is a problem when it holds a C# file: so a build's own folders are none.
    private static SortedDictionary<string, string> BuiltIn(string folder) => new(
        (Directory.Exists(folder) ? Directory.GetDirectories(folder) : [])
            .Where(problem => Directory.EnumerateFiles(problem, "*.cs").Any())
            .ToDictionary(problem => WordStart().Replace(Path.GetFileName(problem), "-").ToLowerInvariant()),
        StringComparer.Ordinal);

    private static (string Name, string Variant) Divide(string typed)
    {
        var colon = typed.LastIndexOf(':');
        // What stands before a separator is a drive's colon, or part of a folder's name.
        return colon < 1 || colon < typed.LastIndexOfAny(Separators) || Path.Exists(typed)
            ? (typed, "")
            : (typed[..colon], typed[(colon + 1)..]);
    }

    private static bool IsPath(string name) =>
        name.IndexOfAny(Separators) >= 0 || name.StartsWith('.') || name.EndsWith(".cs", StringComparison.OrdinalIgnoreCase);

    private static string Unknown(string name, IReadOnlyList<string> builtIn)
    {
        var meant = Nearest.To(name, builtIn) is { } nearest ? $" Did you mean '{nearest}'?" : "";
        return $"No problem of this name is built in.{meant} Built in: {string.Join(", ", builtIn)}. "
            + $"A problem of your own is a folder or a '.cs' file, for instance './{name}'.";
    }

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])")]
    private static partial Regex WordStart();
}
