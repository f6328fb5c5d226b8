using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FunSearch.Specifications.Reading;

/// <summary>The C# files of one specification, in the order of their names.</summary>
/// <param name="Folder">Absolute path of the folder they stand in.</param>
/// <param name="Hash">See <see cref="SourceHash"/>.</param>
internal sealed record SourceFiles(string Folder, IReadOnlyList<SyntaxTree> Trees, string Hash)
{
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Latest);

    /// <param name="path">A folder, whose C# files are taken but not its sub-folders', or one C# file.</param>
    /// <exception cref="SpecificationException">There is nothing to read.</exception>
    public static SourceFiles Read(string path)
    {
        var full = Path.GetFullPath(path);
        var files = Find(full);
        try
        {
            var folder = Directory.Exists(full) ? full : Path.GetDirectoryName(full)!;
            return new SourceFiles(folder, [.. files.Select(Parse)], SourceHash.Of(full));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Nothing(full, $"It cannot be read: {exception.Message}");
        }
    }

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

    private static SyntaxTree Parse(string file) =>
        CSharpSyntaxTree.ParseText(File.ReadAllText(file).ReplaceLineEndings("\n"), ParseOptions, file, Encoding.UTF8);

    private static SpecificationException Nothing(string path, string sentence) =>
        new([new Mistake(Place.AsTyped(path), 0, sentence)]);
}
