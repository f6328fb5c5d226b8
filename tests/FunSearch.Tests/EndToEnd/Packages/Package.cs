using System.IO.Compression;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace FunSearch.Tests.EndToEnd.Packages;

/// <summary>One package, read as the archive that it is.</summary>
internal sealed partial class Package(string path) : IDisposable
{
    private readonly ZipArchive _archive = ZipFile.OpenRead(path);

    /// <summary>In bytes, as it is downloaded.</summary>
    public long Size { get; } = new FileInfo(path).Length;

    public IReadOnlyList<string> Files => [.. _archive.Entries.Select(entry => entry.FullName)];

    /// <summary>What it needs, as <c>name version</c>.</summary>
    public IReadOnlyList<string> Dependencies =>
    [
        .. XDocument.Parse(Text(Files.Single(file => file.EndsWith(".nuspec", StringComparison.Ordinal)))).Descendants()
            .Where(element => element.Name.LocalName == "dependency").Select(element => (string)element.Attribute("id")!),
    ];

    public string Text(string file)
    {
        using var reader = new StreamReader(_archive.GetEntry(file)!.Open());
        return reader.ReadToEnd();
    }

    /// <summary>The C# that its README shows.</summary>
    public string Example() => CSharpBlock().Match(Text("README.md")).Groups["code"].Value;

    /// <summary>True of libraries and programs that no .NET made.</summary>
    public bool IsNative(string file)
    {
        var bytes = Bytes(file);
        return bytes.AsSpan() switch
        {
            [0x7f, (byte)'E', (byte)'L', (byte)'F', ..] or [0xcf, 0xfa, 0xed, 0xfe, ..] or [0xca, 0xfe, 0xba, 0xbe, ..] => true,
            [(byte)'M', (byte)'Z', ..] => Read(bytes, reader => !reader.HasMetadata),
            _ => false,
        };
    }

    /// <summary>The paths of an assembly's sources, from the symbols that it carries; empty where it carries none.</summary>
    public IReadOnlyList<string> Sources(string assembly) => Read(Bytes(assembly), reader =>
    {
        var symbols = reader.ReadDebugDirectory().Where(entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb).ToList();
        if (symbols.Count == 0)
        {
            return [];
        }

        using var provider = reader.ReadEmbeddedPortablePdbDebugDirectoryData(symbols[0]);
        var metadata = provider.GetMetadataReader();
        return (IReadOnlyList<string>)[.. metadata.Documents.Select(document => metadata.GetString(metadata.GetDocument(document).Name))];
    });

    public void Dispose() => _archive.Dispose();

    private byte[] Bytes(string file)
    {
        using var content = _archive.GetEntry(file)!.Open();
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        return copy.ToArray();
    }

    private static T Read<T>(byte[] bytes, Func<PEReader, T> read)
    {
        using var reader = new PEReader(new MemoryStream(bytes));
        return read(reader);
    }

    [GeneratedRegex(@"```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();
}
