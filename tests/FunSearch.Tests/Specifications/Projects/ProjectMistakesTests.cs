using FunSearch.Specifications;
using FunSearch.Specifications.Reading.Projects;
using FunSearch.Tests.Evaluation;

namespace FunSearch.Tests.Specifications.Projects;

/// <summary>What is wrong with a project beside a specification is told as any other mistake: file, line, what is, what must be.</summary>
/// <remarks>Those that ask the SDK take long; <see cref="DotnetSdkTests"/> and <see cref="ProjectHashTests"/> do without.</remarks>
[Collection(Processes.InTurn)]
public sealed class ProjectMistakesTests : IDisposable
{
    private readonly Company _company = new();

    public void Dispose() => _company.Dispose();

    [Fact]
    [Trait("Category", "Long")]
    public void An_assembly_that_a_reference_does_not_find_is_told_with_the_line_of_the_reference()
    {
        _company.Write("depot/Depot.csproj", Company.Project($"""{Company.Markers}{'\n'}<Reference Include="Company.Gone" HintPath="lib/Gone.dll" />"""));

        Assert.Equal(
            "Depot.csproj(10): It refers to the assembly 'Company.Gone', which is not there. Mend the reference's <HintPath>, or build what makes it. (MSB3245)",
            _company.Mistakes());
    }

    [Fact]
    [Trait("Category", "Long")]
    public void A_project_that_is_not_there_is_told_with_the_line_of_the_reference()
    {
        _company.Write("depot/Depot.csproj", Company.Project($"""{Company.Markers}{'\n'}<ProjectReference Include="../coasts/Coasts.csproj" />"""));

        Assert.Equal(
            "Depot.csproj(10): It refers to the project '../coasts/Coasts.csproj', which is not there. Mend the path of the <ProjectReference>. (MSB9008)",
            _company.Mistakes());
    }

    [Fact]
    [Trait("Category", "Long")]
    public void An_assembly_that_will_be_gone_at_run_time_is_told_before_anything_runs()
    {
        _company.Write("depot/Depot.csproj", Company.Project(
            $"""{Company.Markers}{'\n'}<ProjectReference Include="../costs/Costs.csproj" Private="false" />"""));

        Assert.Equal(
            "Depot.csproj(10): The specification uses the assembly 'Costs', and the project does not bring it along for the time when it runs. "
            + "Let its reference be copied (no Private=\"false\", no ExcludeAssets); of frameworks, only Microsoft.NETCore.App is there.",
            _company.Mistakes());
    }

    [Fact]
    [Trait("Category", "Long")]
    public void A_using_of_what_the_project_does_not_refer_to_says_where_to_refer_to_it()
    {
        _company.Write("depot/Depot.csproj", Company.Project(Company.Markers));

        Assert.StartsWith(
            "Depot.cs(2): It does not compile. The type or namespace name 'Company' could not be found (are you missing a using directive or an "
            + "assembly reference?) (CS0246). The assembly that holds it is missing: refer to it in 'Depot.csproj'.",
            _company.Mistakes(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_using_of_an_assembly_without_a_project_file_says_that_one_is_needed()
    {
        var mistakes = Assert.Throws<SpecificationException>(() => SpecificationFolder.Read(Company.Specification)).Message;

        Assert.Contains("Specification.cs(2): It does not compile. The type or namespace name 'Company' could not be found", mistakes, StringComparison.Ordinal);
        Assert.Contains(
            "An assembly of your own or a package can be used when a project file (.csproj) that refers to it lies beside the specification.",
            mistakes,
            StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Category", "Long")]
    public void A_package_that_no_feed_has_is_told_with_the_line_of_the_reference()
    {
        _company.Write("depot/Depot.csproj", Company.Project($"""{Company.Markers}{'\n'}<PackageReference Include="Company.Nowhere" Version="1.0.0" />"""));

        Assert.StartsWith("Depot.csproj(10): It refers to the package 'Company.Nowhere', which cannot be had: ", _company.Mistakes(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Category", "Long")]
    public void A_library_that_does_not_build_is_told_with_its_own_file_and_line()
    {
        _company.Write("costs/Costs.cs", "namespace Company;\npublic static class Costs { public static int Of() => \"x\"; }");

        Assert.Equal(
            "Costs.cs(2): It does not build. Cannot implicitly convert type 'string' to 'int' (CS0029).",
            _company.Mistakes());
    }

    [Fact]
    [Trait("Category", "Long")]
    public void A_project_that_does_not_know_the_markers_is_told_how_to_refer_to_them()
    {
        _company.Write("depot/Depot.csproj", Company.Project(""));

        Assert.Equal(
            "Depot.csproj: It does not refer to FunSearch.Abstractions, which holds the markers of the specification beside it. "
            + "Add <PackageReference Include=\"FunSearch.Abstractions\" />, or take the project file away.",
            _company.Mistakes());
    }

    [Fact]
    [Trait("Category", "Long")]
    public void A_project_for_several_frameworks_must_name_one()
    {
        _company.Write("depot/Depot.csproj", Company.Project(Company.Markers, "<TargetFrameworks>net10.0</TargetFrameworks>"));

        Assert.Equal(
            "Depot.csproj(3): It builds for several frameworks. The project beside a specification must name one: <TargetFramework>net10.0</TargetFramework>.",
            _company.Mistakes());
    }

    [Fact]
    public void Two_project_files_are_one_too_many()
    {
        _company.Write("depot/Other.csproj", Company.Project(""));

        Assert.Equal(
            "depot: 2 project files lie in it: Depot.csproj, Other.csproj. Leave one: it says what the specification may use.",
            _company.Mistakes());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Without_an_sdk_a_project_cannot_be_asked(bool isThereARuntime)
    {
        var dotnet = isThereARuntime
            ? _company.Write("dotnet", "#!/bin/sh\necho 'No .NET SDKs were found.'\necho 'Download a .NET SDK:'\necho 'https://aka.ms/dotnet/download'\nexit 145\n")
            : "/nowhere/dotnet";
        if (isThereARuntime && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(dotnet, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        var mistake = Assert.Throws<SpecificationException>(() => SpecificationReader.Read(_company.Depot, "./depot", "", new DotnetSdk(dotnet))).Mistakes.Single();

        Assert.Equal("Depot.csproj", Path.GetFileName(mistake.File));
        Assert.Contains("no SDK that suits it is here. Get it: https://dotnet.microsoft.com/download", mistake.Sentence, StringComparison.Ordinal);
    }
}
