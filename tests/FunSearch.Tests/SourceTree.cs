using System.Runtime.CompilerServices;

namespace FunSearch.Tests;

/// <summary>The project's own files, for tests that read the house.</summary>
internal static class SourceTree
{
    /// <summary>The project's root folder.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>C# files below a folder of the project, without what the build made.</summary>
    public static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal);

    private static string FindRoot([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
