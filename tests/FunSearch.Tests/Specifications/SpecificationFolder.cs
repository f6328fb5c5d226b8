using FunSearch.Specifications;

namespace FunSearch.Tests.Specifications;

/// <summary>A folder of its own for the files of one test.</summary>
internal sealed class SpecificationFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("funsearch-specification-");

    public string Path => _folder.FullName;

    public string Write(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public static Specification Read(string source, string variant = "")
    {
        using var folder = new SpecificationFolder();
        folder.Write("Specification.cs", source);
        return SpecificationReader.Read(folder.Path, "./tiny", variant);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
