namespace FunSearch.Tests.Specifications.Projects;

/// <summary>With a project beside it, a specification is another one when anything is that its scores may depend on.</summary>
public sealed class ProjectHashTests : IDisposable
{
    private readonly ToldProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void The_library_built_anew_after_a_commit_is_the_same_and_another_library_is_not()
    {
        var (first, bytes) = (_project.Read(), File.ReadAllBytes(_project.Library));
        _project.BuildLibrary(revision: '2');
        var (same, otherBytes) = (_project.Read(), File.ReadAllBytes(_project.Library));
        _project.BuildLibrary(factor: 3);

        var changed = _project.Read();

        Assert.Equal([_project.Library], first.References);
        Assert.NotEqual(bytes, otherBytes);
        Assert.Equal(first.Hash, same.Hash);
        Assert.NotEqual(first.Hash, changed.Hash);
        Assert.NotEqual(first.Parts["Costs.dll"], changed.Parts["Costs.dll"]);
    }

    [Theory]
    [InlineData("/define:FAST", true)]
    [InlineData("/langversion:13", true)]
    [InlineData("/checked+", true)]
    [InlineData("/warnaserror+", false)]
    public void What_the_compiler_is_told_counts_when_scores_may_depend_on_it(string option, bool counts)
    {
        var before = _project.Read();

        _project.Options.Add(option);

        Assert.Equal(counts, _project.Read().Hash != before.Hash);
    }

    [Theory]
    [InlineData("depot/obj/Usings.cs", true)]
    [InlineData("elsewhere/obj/Shared.cs", true)]
    [InlineData("depot/obj/Depot.AssemblyInfo.cs", false)]
    public void Every_source_that_is_compiled_counts_but_the_one_with_the_versions(string source, bool counts)
    {
        var path = _project.Write(source, "global using System.Collections.Generic;\nglobal using System.Linq;\n");
        _project.Sources.Clear();
        _project.Sources.AddRange([Path.Combine(Path.GetDirectoryName(_project.Library)!, "..", "depot", "Depot.cs"), path]);
        var before = _project.Read();

        File.AppendAllText(path, "// Changed.\n");

        Assert.Equal(counts, _project.Read().Hash != before.Hash);
    }

    [Fact]
    public void A_source_below_a_linked_folder_counts()
    {
        var path = _project.Write("elsewhere/Shared.cs", "internal static class Shared;");
        var link = Path.Combine(Path.GetDirectoryName(_project.Sources[0])!, "linked");
        Directory.CreateSymbolicLink(link, Path.GetDirectoryName(path)!);
        _project.Sources.Add(Path.Combine(link, "Shared.cs"));
        var before = _project.Read();

        File.AppendAllText(path, "// Changed.\n");

        Assert.NotEqual(before.Hash, _project.Read().Hash);
    }

    [Fact]
    public void A_source_generator_of_the_projects_own_counts()
    {
        var generator = _project.Write("tools/Generator.dll", "first");
        _project.Analyzers.Add(generator);
        var before = _project.Read();

        File.WriteAllText(generator, "second");

        Assert.NotEqual(before.Hash, _project.Read().Hash);
    }
}
