using FunSearch.Specifications;
using FunSearch.Specifications.Reading;

namespace FunSearch.Evaluation;

/// <summary>
/// Copies of the assemblies that a specification refers to, in a folder of their own. Workers are started as long as a search goes on,
/// and the user may build meanwhile: all of them load the same assemblies nevertheless.
/// </summary>
internal sealed class ReferenceCopies : IDisposable
{
    private readonly DirectoryInfo? _folder;

    private ReferenceCopies(DirectoryInfo? folder, IReadOnlyList<string> paths) => (_folder, Paths) = (folder, paths);

    /// <summary>Absolute paths of the copies, in the order of the references; of several with one name, the first.</summary>
    public IReadOnlyList<string> Paths { get; }

    /// <exception cref="SpecificationException">One is gone, or not what it was when the specification was read.</exception>
    public static ReferenceCopies Of(Specification specification)
    {
        if (specification.References.Count == 0)
        {
            return new ReferenceCopies(null, []);
        }

        var folder = Directory.CreateTempSubdirectory("funsearch-references-");
        try
        {
            var references = specification.References.DistinctBy(path => Path.GetFileName(path)).ToList();
            var copies = new ReferenceCopies(folder, [.. references.Select(path => Copy(path, folder, specification))]);
            CopyNativeLibraries(references, folder, specification);
            return copies;
        }
        catch
        {
            folder.Delete(recursive: true);
            throw;
        }
    }

    /// <summary>Deletes the copies: no worker may live any more.</summary>
    public void Dispose()
    {
        if (_folder?.Exists ?? false)
        {
            _folder.Delete(recursive: true);
        }
    }

    // They are found beside the assembly that calls them.
    private static void CopyNativeLibraries(IEnumerable<string> references, DirectoryInfo folder, Specification specification)
    {
        var libraries = references.Select(path => Path.GetDirectoryName(path)!).Distinct().SelectMany(Directory.EnumerateFiles)
            .Where(path => IsNative(Path.GetFileName(path))).DistinctBy(path => Path.GetFileName(path));
        foreach (var library in libraries.Where(path => !File.Exists(Path.Combine(folder.FullName, Path.GetFileName(path)))))
        {
            Copy(library, folder, specification);
        }
    }

    private static bool IsNative(string name) =>
        OperatingSystem.IsWindows() ? name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)
            : name.EndsWith(".dylib", StringComparison.Ordinal) || name.EndsWith(".so", StringComparison.Ordinal) || name.Contains(".so.", StringComparison.Ordinal);

    private static string Copy(string path, DirectoryInfo folder, Specification specification)
    {
        var copy = Path.Combine(folder.FullName, Path.GetFileName(path));
        try
        {
            File.Copy(path, copy);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Mistake(specification, path, $"cannot be read: {exception.Message}");
        }

        return specification.ReferenceHashes.TryGetValue(path, out var hash) && ContentHash.Of(copy) != hash
            ? throw Mistake(specification, path, "has changed since the specification was read, a moment ago: it was built anew meanwhile.")
            : copy;
    }

    private static SpecificationException Mistake(Specification specification, string path, string what) => new([new Mistake(
        specification.Title, 0, $"The assembly '{Path.GetFileName(path)}' that it refers to {what} Start again when its build has ended.")]);
}
