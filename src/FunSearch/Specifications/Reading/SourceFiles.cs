using System.Text;
using FunSearch.Specifications.Reading.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FunSearch.Specifications.Reading;

/// <summary>The C# files that one specification is compiled from, in the order of their names.</summary>
/// <param name="Folder">Absolute path of the folder it stands in.</param>
/// <param name="State">Of all that counts, files of other kinds among them.</param>
internal sealed record SourceFiles(string Folder, IReadOnlyList<SyntaxTree> Trees, SourceState State, Surroundings Surroundings)
{
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Latest);

    /// <summary>The one file in which the marked class must stand; null when it may stand in any.</summary>
    public string? Chosen { get; init; }

    /// <summary>The assemblies that it needs at run time, by absolute path, each with the <see cref="ContentHash"/> that it was read with.</summary>
    public IReadOnlyDictionary<string, string> Assemblies { get; init; } = new Dictionary<string, string>();

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

    private static SourceFiles Alone(string path, IReadOnlyList<string> files) => new(
        FolderOf(path),
        [.. files.Select(file => Parse(file, ParseOptions))],
        SourceState.Of(Parts(FolderOf(path), File.Exists(path) ? [path] : FolderFiles.Below(path))),
        Surroundings.Ordinary);

    private static SourceFiles OfProject(string path, string project, DotnetSdk sdk)
    {
        var (around, sources) = ProjectReader.Read(project, sdk);
        var folder = FolderOf(path);
        var isFile = File.Exists(path);
        var assemblies = around.Assemblies.Distinct().ToDictionary(assembly => assembly, ContentHash.Of);
        var files = (isFile ? [path, project] : FolderFiles.Below(path)).Concat(sources.Where(source => source != around.Versions)).Concat(around.Generators);
        return new SourceFiles(
            folder,
            [.. sources.Select(file => Parse(file, around.ParseOptions))],
            SourceState.Of(
            [
                .. Parts(folder, files.Except(assemblies.Keys)),
                // Another library gives other scores, and so may a checked addition or a symbol that is defined.
                .. assemblies.Select(assembly => (NameIn(folder, assembly.Key), assembly.Value)),
                ("compiler options", ContentHash.OfText(OptionsOf(around))),
            ]),
            around)
        {
            Assemblies = assemblies,
            Chosen = isFile ? path : null,
        };
    }

    private static IEnumerable<(string Name, string Hash)> Parts(string folder, IEnumerable<string> files) =>
        files.Distinct().Select(file => (NameIn(folder, file), ContentHash.Of(file)));

    // A file from elsewhere goes by its name alone: a package lies in another folder for another user.
    private static string NameIn(string folder, string file) => file.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)
        ? Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/')
        : Path.GetFileName(file);

    private static string OptionsOf(Surroundings around) => string.Join('\n', around.ParseOptions.PreprocessorSymbolNames
        .Concat(around.ParseOptions.Features.Select(feature => $"{feature}")).Order(StringComparer.Ordinal)
        .Append($"{around.ParseOptions.LanguageVersion}, checked {around.Options.CheckOverflow}"));

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
