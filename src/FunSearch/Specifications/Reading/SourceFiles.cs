using System.Text;
using FunSearch.Specifications.Reading.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FunSearch.Specifications.Reading;

/// <summary>The C# files that one specification is compiled from, in the order of their names.</summary>
/// <param name="Folder">Absolute path of the folder it stands in.</param>
/// <param name="Hash">See <see cref="SourceHash"/>.</param>
internal sealed record SourceFiles(string Folder, IReadOnlyList<SyntaxTree> Trees, string Hash, Surroundings Surroundings)
{
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Latest);

    /// <summary>The one file in which the marked class must stand; null when it may stand in any.</summary>
    public string? Chosen { get; init; }

    /// <param name="path">A folder, or one C# file. With a project file beside it, all files of the project are compiled, as an editor
    /// does; without one, the C# files of the folder but not of its sub-folders, or the one file.</param>
    /// <param name="sdk">Asked about a project.</param>
    /// <exception cref="SpecificationException">There is nothing to read.</exception>
    public static SourceFiles Read(string path, DotnetSdk sdk)
    {
        var full = Path.GetFullPath(path);
        var files = Find(full);
        var project = ProjectFile.Beside(full);
        try
        {
            return project is null ? Alone(full, files) : OfProject(full, project, sdk);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Nothing(full, $"It cannot be read: {exception.Message}");
        }
    }

    private static SourceFiles Alone(string path, IReadOnlyList<string> files) =>
        new(FolderOf(path), [.. files.Select(file => Parse(file, ParseOptions))], SourceHash.Of(path, []), Surroundings.Ordinary);

    private static SourceFiles OfProject(string path, string project, DotnetSdk sdk)
    {
        var (around, sources) = ProjectReader.Read(project, sdk);
        var isFile = File.Exists(path);
        var own = sources.Where(source => !IsBuilt(source)).ToList();
        var further = isFile ? own.Append(project) : own.Where(source => !source.StartsWith(path + Path.DirectorySeparatorChar, StringComparison.Ordinal));
        return new SourceFiles(
            FolderOf(path),
            [.. sources.Select(file => Parse(file, around.ParseOptions))],
            SourceHash.Of(path, [.. further.Concat(around.Assemblies)]),
            around)
        {
            Chosen = isFile ? path : null,
        };
    }

    // The build writes files of its own, for instance with the project's version.
    private static bool IsBuilt(string source) => source.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal);

    private static string FolderOf(string path) => Directory.Exists(path) ? path : Path.GetDirectoryName(path)!;

    private static List<string> Find(string path)
    {
        if (File.Exists(path))
        {
            return Path.GetExtension(path) == ".cs"
                ? [path]
                : throw Nothing(path, "It is not a C# file. A specification is a folder or a file that ends with '.cs'.");
        }

        if (!Directory.Exists(path))
        {
            throw Nothing(path, "There is no such file or folder. Name a folder, a '.cs' file, or a built-in problem.");
        }

        var files = Directory.GetFiles(path, "*.cs");
        Array.Sort(files, StringComparer.Ordinal);
        return files.Length > 0
            ? [.. files]
            : throw Nothing(path, "The folder holds no '.cs' file. "
                + "A specification is one class, in one or more C# files of the folder itself.");
    }

    private static SyntaxTree Parse(string file, CSharpParseOptions options) =>
        CSharpSyntaxTree.ParseText(File.ReadAllText(file).ReplaceLineEndings("\n"), options, file, Encoding.UTF8);

    private static SpecificationException Nothing(string path, string sentence) =>
        new([new Mistake(Place.AsTyped(path), 0, sentence)]);
}
