using System.Security.Cryptography;
using System.Text;

namespace FunSearch.Specifications.Reading;

/// <summary>Tells one content of a file from another, as far as scores may depend on it.</summary>
internal static class ContentHash
{
    /// <returns>SHA-256, hexadecimal. Line ends of C# files do not count, nor in an assembly what changes with each commit.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static string Of(string file)
    {
        switch (Path.GetExtension(file))
        {
            case ".cs":
                return OfText(File.ReadAllText(file).ReplaceLineEndings("\n"));
            case ".dll":
                return Convert.ToHexStringLower(SHA256.HashData(AssemblyContent.WithoutRevision(File.ReadAllBytes(file))));
            default:
                using (var content = File.OpenRead(file))
                {
                    return Convert.ToHexStringLower(SHA256.HashData(content));
                }
        }
    }

    public static string OfText(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
