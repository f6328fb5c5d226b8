using System.Text.Json;

namespace FunSearch.Tests.Specifications.CapSet;

/// <summary>The 512 vectors that were published with FunSearch, as they lie beside the problem.</summary>
internal static class PublishedCap
{
    public static int[][] Vectors() =>
        [.. File.ReadLines(Path.Combine(SourceTree.Root, "problems", "CapSet", "data", "n8_size512.txt")).Select(line => JsonSerializer.Deserialize<int[]>(line)!)];
}
