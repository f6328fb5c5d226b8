using FunSearch.App;
using FunSearch.App.Settings;
using FunSearch.Specifications;
using FunSearch.Tests.Specifications;

namespace FunSearch.Tests.App.Scaffolding;

public sealed class ScaffoldTests : IDisposable
{
    private readonly SpecificationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("depot", "Depot")]
    [InlineData("my-depot", "MyDepot")]
    [InlineData("my depot.v2", "MyDepotV2")]
    [InlineData("sub/bus_stops/", "BusStops")]
    [InlineData("3d-bins", "Problem3dBins")]
    [InlineData("größe", "Größe")]
    [InlineData("job", "JobProblem")]
    [InlineData("math", "MathProblem")]
    [InlineData("system", "SystemProblem")]
    public void The_class_is_named_after_the_folder_and_after_nothing_else(string typed, string expected) =>
        Assert.Equal(expected, ProblemName.Of(typed, "record Job").Class);

    [Theory]
    [InlineData("123")]
    [InlineData("--")]
    public void A_name_without_a_letter_is_refused(string typed) =>
        Assert.Contains("needs a letter", Assert.Throws<CommandException>(() => ProblemName.Of(typed, "")).Message, StringComparison.Ordinal);

    [Fact]
    public void What_is_written_is_a_specification_with_all_that_one_should_have()
    {
        var scaffold = new Scaffold(Path.Combine(_folder.Path, "my-depot"));

        var files = scaffold.Write();

        Assert.Equal(
            ["Specification.cs", "Verifier.cs", "README.md", "MyDepot.csproj", ".gitignore", "lib/FunSearch.Abstractions.dll", "lib/FunSearch.Abstractions.xml"],
            files);
        Assert.All(files, file => Assert.True(File.Exists(Path.Combine(scaffold.Name.Folder, file))));
        // Without its project: the build of that is a test of its own.
        File.Delete(Path.Combine(scaffold.Name.Folder, "MyDepot.csproj"));
        var specification = SpecificationReader.Read(scaffold.Name.Folder, "./my-depot", "");
        Assert.Equal("MyDepot", specification.ClassName);
        Assert.Equal([Split.Train, Split.Validation, Split.Test], specification.Splits);
        Assert.Null(specification.Unverifiable);
        Assert.NotEmpty(specification.Baselines);
        Assert.NotEmpty(specification.Function.Documentation);
        Assert.DoesNotContain("NewProblem", string.Concat(files.Where(file => !file.StartsWith("lib", StringComparison.Ordinal) && file != "MyDepot.csproj")
            .Select(file => File.ReadAllText(Path.Combine(scaffold.Name.Folder, file)))), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_folder_with_something_in_it_is_left_as_it_is()
    {
        _folder.Write("depot/notes.txt", "mine");

        var exception = Assert.Throws<CommandException>(() => new Scaffold(Path.Combine(_folder.Path, "depot")).Write());

        Assert.Contains("is there already, and is left as it is", exception.Message, StringComparison.Ordinal);
        Assert.Equal(["notes.txt"], Directory.EnumerateFileSystemEntries(Path.Combine(_folder.Path, "depot")).Select(Path.GetFileName));
    }
}
