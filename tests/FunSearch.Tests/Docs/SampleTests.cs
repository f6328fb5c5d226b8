using System.Text.RegularExpressions;

namespace FunSearch.Tests.Docs;

/// <summary>The code in the documents is the code of docs/samples, which the build compiles.</summary>
public sealed partial class SampleTests
{
    [Theory]
    [InlineData("docs/library.md", 3)]
    public void Code_in_a_document_is_a_file_that_the_build_compiles(string document, int count)
    {
        var samples = Sample().Matches(File.ReadAllText(Path.Combine(SourceTree.Root, document)));

        Assert.Equal(count, samples.Count);
        Assert.All(samples, sample => Assert.Equal(
            File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "samples", sample.Groups["file"].Value)).TrimEnd(),
            sample.Groups["code"].Value.TrimEnd()));
    }

    [Fact]
    public void The_first_sample_searches_in_fifteen_lines()
    {
        var lines = File.ReadLines(Path.Combine(SourceTree.Root, "docs", "samples", "Library", "Search.cs"));

        Assert.InRange(lines.Count(line => line.Trim() is not ("" or "{" or "}" or "});")), 1, 15);
    }

    [GeneratedRegex(@"<!-- (?<file>\S+\.cs) -->\n```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Sample();
}
