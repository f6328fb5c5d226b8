using System.Text.RegularExpressions;
using FunSearch.Tests.Specifications;

namespace FunSearch.Tests.Docs;

/// <summary>The C# of a page of the documentation. Each block begins with a comment that names its file, <c>// folder/File.cs</c>:
/// so a reader knows where it goes, and the files of one folder are one specification. A later block of the same file replaces it.</summary>
internal static partial class DocumentedFiles
{
    /// <summary>Writes the files of a page, and of those only that stand in <paramref name="folder"/> where one is given.</summary>
    /// <returns>The folders that they stand in.</returns>
    public static IReadOnlyList<string> Write(string page, SpecificationFolder target, string folder = "")
    {
        var text = File.ReadAllText(Path.Combine(SourceTree.Root, "docs", page));
        var blocks = Block().Matches(text).Select(block => block.Groups["code"].Value).ToList();
        var files = blocks.Select(block => FileName().Match(block)).ToList();
        Assert.All(files.Zip(blocks), pair => Assert.True(pair.First.Success, $"A block of {page} does not begin with its file's name:\n{pair.Second}"));
        foreach (var (file, block) in files.Zip(blocks).Where(pair => pair.First.Groups["folder"].Value.StartsWith(folder, StringComparison.Ordinal)))
        {
            target.Write($"{file.Groups["folder"].Value}/{file.Groups["name"].Value}", block);
        }

        return [.. files.Select(file => file.Groups["folder"].Value).Distinct()];
    }

    [GeneratedRegex(@"^```csharp\n(?<code>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex(@"\A// (?<folder>[\w-]+)/(?<name>\w+\.cs)\n")]
    private static partial Regex FileName();
}
