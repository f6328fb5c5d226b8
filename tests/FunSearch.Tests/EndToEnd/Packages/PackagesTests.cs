using System.Text.Json.Nodes;
using FunSearch.Tests.Evaluation;

namespace FunSearch.Tests.EndToEnd.Packages;

/// <summary>What <c>./pack</c> makes: what is in it, and that a stranger's projects work with it.</summary>
[Collection(Processes.InTurn)]
[Trait("Category", "Long")]
public sealed class PackagesTests(PackedFolder packed) : IClassFixture<PackedFolder>
{
    private const string Properties = """
        <PropertyGroup>
          <TargetFramework>net10.0</TargetFramework>
          <ImplicitUsings>enable</ImplicitUsings>
          <Nullable>enable</Nullable>
        </PropertyGroup>
        """;

    private string Tool => $"FunSearch.Tool.{packed.Platform}";

    private string ToolFolder => $"tools/net10.0/{packed.Platform}/";

    [Fact]
    public void Every_package_tells_what_it_is_and_may_be_used_for()
    {
        foreach (var name in new[] { "FunSearch", "FunSearch.Abstractions", "FunSearch.Tool", Tool })
        {
            using var package = packed.Open(name);

            Assert.Contains("README.md", package.Files);
            Assert.Contains("LICENSE", package.Files);
            TestContext.Current.TestOutputHelper?.WriteLine($"{package.Size,10:N0} bytes  {name}");
        }
    }

    [Fact]
    public void A_library_carries_its_documentation_symbols_and_sources()
    {
        using var library = packed.Open("FunSearch");
        using var markers = packed.Open("FunSearch.Abstractions");

        Assert.Contains("lib/net10.0/FunSearch.xml", library.Files);
        Assert.Contains("lib/net10.0/FunSearch.Abstractions.xml", markers.Files);
        Assert.Contains("/_/src/FunSearch/Search/SearchLoop.cs", library.Sources("lib/net10.0/FunSearch.dll"));
        Assert.Contains("/_/src/FunSearch.Worker/Entry.cs", library.Sources("lib/net10.0/FunSearch.Worker.dll"));
        Assert.Contains("/_/src/FunSearch.Abstractions/Roles.cs", markers.Sources("lib/net10.0/FunSearch.Abstractions.dll"));
    }

    [Fact]
    public void The_library_brings_its_worker_and_needs_only_what_is_published()
    {
        using var library = packed.Open("FunSearch");
        using var markers = packed.Open("FunSearch.Abstractions");

        Assert.Contains("buildTransitive/net10.0/FunSearch.Worker.runtimeconfig.json", library.Files);
        Assert.Contains("buildTransitive/net10.0/FunSearch.Worker.deps.json", library.Files);
        Assert.Equal(
            [
                "FunSearch.Abstractions", "Anthropic", "Dapper", "Microsoft.CodeAnalysis.CSharp", "Microsoft.Data.Sqlite", "Microsoft.Extensions.AI",
                "Microsoft.Extensions.AI.OpenAI", "Microsoft.Extensions.DependencyInjection.Abstractions", "OpenAI", "System.Threading.RateLimiting",
            ],
            library.Dependencies);
        Assert.Empty(markers.Dependencies);
        Assert.DoesNotContain(library.Files.Concat(markers.Files), file => file.StartsWith("runtimes/", StringComparison.Ordinal));
    }

    [Fact]
    public void The_tool_holds_all_it_runs_and_no_native_file_of_another_platform()
    {
        using var pointer = packed.Open("FunSearch.Tool");
        using var tool = packed.Open(Tool);

        Assert.DoesNotContain(pointer.Files, file => file.EndsWith(".dll", StringComparison.Ordinal));
        Assert.Empty(tool.Dependencies);
        Assert.Equal([$"{ToolFolder}libe_sqlite3.so"], tool.Files.Where(tool.IsNative));
        Assert.All(
            ["FunSearch.Worker.dll", "FunSearch.Worker.runtimeconfig.json", "FunSearch.Worker.deps.json", "FunSearch.Abstractions.xml"],
            file => Assert.Contains(ToolFolder + file, tool.Files));
        var problems = Path.Combine(SourceTree.Root, "problems");
        Assert.All(
            Directory.EnumerateDirectories(problems).Where(folder => Path.GetFileName(folder) is not ("bin" or "obj"))
                .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)),
            file => Assert.Contains($"{ToolFolder}problems/{Path.GetRelativePath(problems, file)}", tool.Files));
    }

    [Fact]
    public void The_tool_names_everyone_whose_work_it_contains()
    {
        using var tool = packed.Open(Tool);
        var notices = tool.Text("THIRD-PARTY-NOTICES.md").Split([' ', '\n', ',']).Select(word => word.TrimEnd('.')).ToHashSet();

        var libraries = JsonNode.Parse(tool.Text($"{ToolFolder}FunSearch.App.deps.json"))!["libraries"]!.AsObject();

        Assert.All(libraries.Where(library => (string?)library.Value!["type"] == "package"), library => Assert.Contains(library.Key.Split('/')[0], notices));
    }

    [Fact]
    public async Task The_installed_tool_searches_and_calls_itself_as_it_was_installed()
    {
        Directory.CreateDirectory(Path.Combine(packed.Feed, "..", "tool"));
        await packed.RunAsync("tool", "dotnet", "tool", "install", "FunSearch.Tool", "--version", packed.Version, "--tool-path", "bin", "--add-source", packed.Feed);
        var funsearch = Path.Combine(packed.Feed, "..", "tool", "bin", "funsearch");

        var (code, output, errors) = await packed.TryAsync("tool", funsearch, "run", "bin-packing", "--samples", "200", "--seed", "1", "--json");
        var help = await packed.RunAsync("tool", funsearch, "--help");

        Assert.True(code == 0, errors);
        var result = JsonNode.Parse(output)!;
        Assert.Equal((200, true), ((int)result["samples"]!, (bool)result["best"]!["verified"]!));
        Assert.Contains("Go on:         funsearch resume ", errors, StringComparison.Ordinal);
        Assert.Contains("  funsearch run bin-packing ", help, StringComparison.Ordinal);
        Assert.DoesNotContain("./funsearch", errors + help, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_console_project_searches_with_what_the_readme_shows()
    {
        packed.Write("console/console.csproj", $"""<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType></PropertyGroup>{Properties}</Project>""");
        packed.Write("console/Main.cs", ExampleOf("FunSearch"));
        packed.Write("console-work/root/Specification.cs", ExampleOf("FunSearch.Abstractions"));

        await packed.RunAsync("console", "dotnet", "add", "package", "FunSearch", "--version", packed.Version);
        await packed.RunAsync("console", "dotnet", "build", "-c", "Release", "-v", "q", "-nologo");
        var output = await packed.RunAsync("console-work", "dotnet", "../console/bin/Release/net10.0/console.dll");

        Assert.Contains("200 samples, best ", output, StringComparison.Ordinal);
        Assert.Contains("public static double Guess(double square)\n{", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_web_application_searches_where_it_was_published_to_through_a_library_that_refers_to_the_package()
    {
        packed.Write("web/library/library.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">{Properties}<ItemGroup><PackageReference Include="FunSearch" Version="{packed.Version}" /></ItemGroup></Project>
            """);
        packed.Write("web/site/site.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk.Web">{Properties}<ItemGroup><ProjectReference Include="../library/library.csproj" /></ItemGroup></Project>
            """);
        packed.Write("web/site/Main.cs", ExampleOf("FunSearch"));
        packed.Write("web-work/root/Specification.cs", ExampleOf("FunSearch.Abstractions"));

        await packed.RunAsync("web/site", "dotnet", "publish", "-c", "Release", "-v", "q", "-nologo", "-o", "../../web-work/published");
        var output = await packed.RunAsync("web-work", "dotnet", "published/site.dll");

        Assert.True(File.Exists(Path.Combine(packed.Feed, "../web-work/published/FunSearch.Worker.deps.json")));
        Assert.Contains("public static double Guess(double square)\n{", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_single_file_is_warned_of_and_refuses_to_search_with_the_mend()
    {
        packed.Write("single/single.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType></PropertyGroup>{Properties}
              <ItemGroup><PackageReference Include="FunSearch" Version="{packed.Version}" /></ItemGroup></Project>
            """);
        packed.Write("single/Main.cs", ExampleOf("FunSearch"));
        packed.Write("single-work/root/Specification.cs", ExampleOf("FunSearch.Abstractions"));

        // Without the analyser, which would be fetched only for this.
        var publication = await packed.RunAsync(
            "single", "dotnet", "publish", "-c", "Release", "-v", "q", "-nologo", "-o", "../single-work/published", "-r", packed.Platform,
            "--self-contained", "false", "-p:PublishSingleFile=true", "-p:EnableSingleFileAnalyzer=false");
        var (code, _, errors) = await packed.TryAsync("single-work", Path.Combine(packed.Feed, "../single-work/published/single"));

        Assert.Contains("warning FUNSEARCH001: ", publication, StringComparison.Ordinal);
        Assert.NotEqual(0, code);
        Assert.Contains("no process can be started from there. Publish without PublishSingleFile.", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_specification_compiles_without_a_warning_in_a_project_that_refers_to_the_markers_alone()
    {
        packed.Write("markers/markers.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">{Properties}<ItemGroup><PackageReference Include="FunSearch.Abstractions" Version="{packed.Version}" /></ItemGroup></Project>
            """);
        packed.Write("markers/Root.cs", ExampleOf("FunSearch.Abstractions"));

        await packed.RunAsync("markers", "dotnet", "build", "-c", "Release", "-v", "q", "-nologo", "-warnaserror");

        Assert.True(File.Exists(Path.Combine(packed.Feed, "../markers/bin/Release/net10.0/markers.dll")));
    }

    private string ExampleOf(string package)
    {
        using var opened = packed.Open(package);
        return opened.Example();
    }
}
