using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace FunSearch.Specifications.Reading;

/// <summary>
/// What an assembly does, without where it comes from. The SDK writes the source revision into every build, so that the same code
/// makes another file after each commit: into the informational version, the file's version resource and the symbols, and with them
/// into the identifiers that are computed from all of it.
/// </summary>
internal static class AssemblyContent
{
    // Within the COFF header, after the machine and the number of sections.
    private const int TimeStampOffset = 4;

    // Within the PE header, in both of its widths.
    private const int CheckSumOffset = 64;

    /// <summary>Blanks out in place whatever changes with the revision alone; a file that is no assembly stays as it is.</summary>
    public static byte[] WithoutRevision(byte[] file)
    {
        try
        {
            using var image = new PEReader(new MemoryStream((byte[])file.Clone(), writable: false));
            if (image.HasMetadata)
            {
                BlankHeaders(file, image);
                BlankSymbols(file, image);
                BlankMetadata(file, image.PEHeaders.MetadataStartOffset, image.GetMetadataReader());
            }
        }
        catch (BadImageFormatException)
        {
            // A native library, for instance.
        }

        return file;
    }

    private static void BlankHeaders(byte[] file, PEReader image)
    {
        var headers = image.PEHeaders;
        file.AsSpan(headers.CoffHeaderStartOffset + TimeStampOffset, sizeof(int)).Clear();
        file.AsSpan(headers.PEHeaderStartOffset + CheckSumOffset, sizeof(int)).Clear();
        Blank(file, image, headers.PEHeader!.ResourceTableDirectory);
        Blank(file, image, headers.CorHeader!.StrongNameSignatureDirectory);
    }

    private static void BlankSymbols(byte[] file, PEReader image)
    {
        foreach (var entry in image.ReadDebugDirectory())
        {
            file.AsSpan(entry.DataPointer, entry.DataSize).Clear();
        }

        Blank(file, image, image.PEHeaders.PEHeader!.DebugTableDirectory);
    }

    private static void BlankMetadata(byte[] file, int start, MetadataReader metadata)
    {
        // The module's identifier: 16 bytes, counted from 1 in their heap.
        var identifier = metadata.GetHeapOffset(metadata.GetModuleDefinition().Mvid) - 1;
        file.AsSpan(start + metadata.GetHeapMetadataOffset(HeapIndex.Guid) + (identifier * 16), 16).Clear();
        foreach (var attribute in metadata.GetAssemblyDefinition().GetCustomAttributes().Select(metadata.GetCustomAttribute))
        {
            if (IsInformationalVersion(metadata, attribute))
            {
                var offset = start + metadata.GetHeapMetadataOffset(HeapIndex.Blob) + metadata.GetHeapOffset(attribute.Value);
                // Its length stays before it, as one, two or four bytes: what is cleared too long would be another value's.
                var length = metadata.GetBlobReader(attribute.Value).Length;
                file.AsSpan(offset + LengthBytes(length), length).Clear();
            }
        }
    }

    private static bool IsInformationalVersion(MetadataReader metadata, CustomAttribute attribute) =>
        attribute.Constructor.Kind == HandleKind.MemberReference
        && metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is { Kind: HandleKind.TypeReference } type
        && metadata.StringComparer.Equals(metadata.GetTypeReference((TypeReferenceHandle)type).Name, "AssemblyInformationalVersionAttribute");

    // ECMA-335, II.24.2.4.
    private static int LengthBytes(int length) => length < 0x80 ? 1 : length < 0x4000 ? 2 : 4;

    private static void Blank(byte[] file, PEReader image, DirectoryEntry directory)
    {
        if (directory.Size > 0 && image.PEHeaders.TryGetDirectoryOffset(directory, out var offset))
        {
            file.AsSpan(offset, directory.Size).Clear();
        }
    }
}
