using System.IO.Enumeration;
using System.Security.Cryptography;
using System.Text;

namespace FunSearch.Specifications.Reading;

/// <summary>Tells one state of a specification from another, by the names and contents of its files.</summary>
internal static class SourceHash
{
    private static readonly EnumerationOptions Visible = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
        IgnoreInaccessible = false,
    };

    /// <param name="path">One C# file, which counts alone, or a folder, of which all below it counts but what is built (<c>bin</c>,
    /// <c>obj</c>), hidden, linked from elsewhere (folders), told to people (<c>*.md</c>), or a store of runs (<c>*.db</c> and what
    /// lies beside it): that one changes while a run is under way.</param>
    /// <param name="further">Files from elsewhere that count by name and content: sources that a project takes from other folders, and
    /// the assemblies that it refers to, for another library gives other scores.</param>
    /// <returns>SHA-256, hexadecimal; the line ends of C# files do not count.</returns>
    public static string Of(string path, IReadOnlyList<string> further)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var elsewhere = further.Select(file => (Name: Path.GetFileName(file), file))
            .OrderBy(file => file.Name, StringComparer.Ordinal).ThenBy(file => file.file, StringComparer.Ordinal);
        foreach (var (name, file) in Files(path).OrderBy(file => file.Name, StringComparer.Ordinal).Concat(elsewhere))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\0"));
            hash.AppendData(OfContent(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<(string Name, string Path)> Files(string path) => File.Exists(path)
        ? [(Path.GetFileName(path), path)]
        : new FileSystemEnumerable<string>(path, static (ref FileSystemEntry entry) => entry.ToFullPath(), Visible)
        {
            ShouldIncludePredicate = static (ref FileSystemEntry entry) =>
                !entry.IsDirectory && !entry.FileName.EndsWith(".md", StringComparison.OrdinalIgnoreCase) && !IsOfAStore(entry.FileName),
            ShouldRecursePredicate = static (ref FileSystemEntry entry) =>
                entry.FileName is not ("bin" or "obj") && !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        }.Select(file => (Path.GetRelativePath(path, file).Replace(Path.DirectorySeparatorChar, '/'), file));

    private static bool IsOfAStore(ReadOnlySpan<char> name) =>
        name.EndsWith(".db") || name.Contains(".db-", StringComparison.Ordinal) || name.EndsWith(".lock");

    private static byte[] OfContent(string file)
    {
        if (Path.GetExtension(file) == ".cs")
        {
            return SHA256.HashData(Encoding.UTF8.GetBytes(File.ReadAllText(file).ReplaceLineEndings("\n")));
        }

        using var content = File.OpenRead(file);
        return SHA256.HashData(content);
    }
}
