using FunSearch.Specifications;
using FunSearch.Tests.EndToEnd;
using FunSearch.Tests.Evaluation;
using FunSearch.Tests.Specifications;

namespace FunSearch.Tests.Docs;

/// <summary>What docs/specification.md shows are specifications, and every marker is on it.</summary>
[Collection(Processes.InTurn)]
public sealed class SpecificationPageTests : IDisposable
{
    private readonly SpecificationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_blocks_of_the_page_are_specifications()
    {
        var folders = DocumentedFiles.Write("specification.md", _folder);

        var read = folders.ToDictionary(folder => folder, folder => SpecificationReader.Read(Path.Combine(_folder.Path, folder), folder, ""));

        Assert.Equal(["charging", "queue"], folders);
        var charging = read["charging"];
        Assert.Equal([Split.Train, Split.Validation, Split.Test], charging.Splits);
        Assert.Equal(["First to leave", "Least slack"], charging.Baselines);
        Assert.Equal(["late_percent"], charging.Figures);
        Assert.True(charging.ReadsData);
        Assert.Null(charging.Unverifiable);
        Assert.NotNull(read["queue"].Unverifiable);
        Assert.Contains("Queue::Waited", read["queue"].Nameable);
    }

    [Fact]
    public void Every_marker_is_explained()
    {
        var page = File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "specification.md"));

        var markers = typeof(EvolveAttribute).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(Attribute)))
            .Select(type => type.Name[..^nameof(Attribute).Length]);

        Assert.All(markers, marker => Assert.Matches($@"\*\*`\[{marker}[(\]]", page));
    }

    [Theory]
    [Trait("Category", "Long")]
    [InlineData("./charging")]
    [InlineData("./charging:winter")]
    [InlineData("./queue")]
    public async Task They_pass_the_check_that_the_page_recommends(string problem)
    {
        DocumentedFiles.Write("specification.md", _folder);

        using var check = await Command.RunAsync(_folder.Path, "check", problem, "--limit", "30s");

        Assert.True(check.ExitCode == 0, check.Output + check.Errors);
        Assert.Contains("Ready:", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task A_file_of_the_users_own_is_read_and_its_bad_row_is_told_with_its_line()
    {
        DocumentedFiles.Write("specification.md", _folder);
        var rows = Enumerable.Range(1, 5).Select(night => $"n{night},1,2,5\n");
        _folder.Write("good.csv", "night,plugs,needs,leaves\n" + string.Concat(rows));
        _folder.Write("bad.csv", "night,plugs,needs,leaves\nn1,1,2,5\nn1,1,two,5\n");

        using var good = await Command.RunAsync(_folder.Path, "check", "./charging", "--data", "good.csv");
        using var bad = await Command.RunAsync(_folder.Path, "check", "./charging", "--data", "bad.csv");

        Assert.True(good.ExitCode == 0, good.Output + good.Errors);
        Assert.Equal(1, bad.ExitCode);
        Assert.Contains("bad.csv(3): 'n1,1,two,5' is no row of night,plugs,needs,leaves.", bad.Errors, StringComparison.Ordinal);
    }
}
