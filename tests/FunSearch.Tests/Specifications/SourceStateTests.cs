using FunSearch.Specifications.Reading;

namespace FunSearch.Tests.Specifications;

public sealed class SourceStateTests
{
    [Theory]
    [InlineData("may.csv", "", "'may.csv' is gone")]
    [InlineData("june.csv", "4", "'june.csv' was not there")]
    [InlineData("Depot.cs", "5", "'Depot.cs' has changed")]
    [InlineData("may.csv", "2", null)]
    public void The_first_file_that_is_not_what_it_was_is_named(string file, string content, string? told)
    {
        var files = new SortedDictionary<string, string> { ["Depot.cs"] = "1", ["may.csv"] = "2", ["zone.csv"] = "3" };
        var before = State(files);
        files[file] = content;
        _ = content.Length == 0 && files.Remove(file);

        var now = State(files);

        Assert.Equal(told, SourceState.FirstChange(before.Parts, now.Parts));
        Assert.Equal(told is null, before.Hash == now.Hash);
    }

    [Fact]
    public void Thousands_of_files_are_told_by_their_folder_or_kind_and_still_count_one_by_one()
    {
        var files = Enumerable.Range(0, 3_000).SelectMany(day => new[] { $"days/{day}.csv", $"{day}.json" }).Append("Depot.cs")
            .ToDictionary(name => name, name => name);
        var before = State(files);
        files["days/2000.csv"] = "another";

        var now = State(files);

        Assert.Equal(["*.cs", "*.json", "days/"], before.Parts.Keys.Order(StringComparer.Ordinal));
        Assert.NotEqual(before.Hash, now.Hash);
        Assert.Equal("'days/' has changed", SourceState.FirstChange(before.Parts, now.Parts));
    }

    [Fact]
    public void However_many_folders_there_are_a_run_stores_little_of_them() =>
        Assert.Single(State(Enumerable.Range(0, 500).ToDictionary(day => $"{day}/a.csv", day => $"{day}")).Parts);

    private static SourceState State(IEnumerable<KeyValuePair<string, string>> files) =>
        SourceState.Of(files.Select(file => (file.Key, ContentHash.OfText(file.Value))));
}
