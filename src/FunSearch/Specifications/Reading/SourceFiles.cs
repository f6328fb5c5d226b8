using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FunSearch.Specifications.Reading;

/// <summary>The C# files of one specification, in the order of their names.</summary>
/// <param name="Folder">Absolute path of the folder they stand in.</param>
/// <param name="Hash">SHA-256 over names and contents, hexadecimal; line ends do not count.</param>
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
            return Parse(Directory.Exists(full) ? full : Path.GetDirectoryName(full)!, files);
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

    private static SourceFiles Parse(string folder, List<string> files)
    {
        var trees = new List<SyntaxTree>();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            var text = File.ReadAllText(file).ReplaceLineEndings("\n");
            trees.Add(CSharpSyntaxTree.ParseText(text, ParseOptions, file, Encoding.UTF8));
            hash.AppendData(Encoding.UTF8.GetBytes($"{Path.GetFileName(file)}\0{text}\0"));
        }

        return new SourceFiles(folder, trees, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static SpecificationException Nothing(string path, string sentence) =>
        new([new Mistake(Place.AsTyped(path), 0, sentence)]);
}
