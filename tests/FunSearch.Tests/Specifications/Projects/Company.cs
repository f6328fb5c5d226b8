using FunSearch.Specifications;

namespace FunSearch.Tests.Specifications.Projects;

/// <summary>A company's code: a library, and beside it a project with a specification that uses it.</summary>
internal sealed class Company : IDisposable
{
    public const string Library = """
        namespace Company;
        public sealed record Order(string Name, double Weight, int Lines);
        public static class Costs { public static double Of(double hours) => 2 * hours; }
        """;

    public const string Specification = """
        using System.Text.RegularExpressions;
        using Company;
        using FunSearch;
        /// <summary>Orders that are heavy.</summary>
        public static partial class Depot
        {
            [Inputs("train")] public static IEnumerable<Order[]> Train() => [[new("a1", 1, 2), new("b2", 3, 1)]];
            [Run] public static double Cost(Order[] day) => Digit().IsMatch(day[0].Name) ? day.Sum(order => Costs.Of(Weigh(order))) : 0;
            [Evolve] public static double Weigh(Order order) => order.Weight;
            [GeneratedRegex("[0-9]")] private static partial Regex Digit();
        }
        """;

    private readonly SpecificationFolder _folder = new();

    public Company()
    {
        // Nothing above it, and no feed: what these projects need is on this machine.
        _folder.Write("Directory.Build.props", "<Project />");
        _folder.Write("nuget.config", "<configuration><packageSources><clear /></packageSources></configuration>");
        _folder.Write("costs/Costs.csproj", Project(""));
        _folder.Write("costs/Costs.cs", Library);
        _folder.Write("depot/Depot.csproj", Project($"""<ProjectReference Include="../costs/Costs.csproj" />{Markers}"""));
        _folder.Write("depot/Depot.cs", Specification);
    }

    /// <summary>A reference to the markers, as they are here.</summary>
    public static string Markers => $"""<Reference Include="FunSearch.Abstractions" HintPath="{typeof(EvolveAttribute).Assembly.Location}" />""";

    /// <summary>The folder of the specification and its project.</summary>
    public string Depot => Path.Combine(_folder.Path, "depot");

    public static string Project(string items, string framework = "<TargetFramework>net10.0</TargetFramework>") => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            {framework}
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
          </PropertyGroup>
          <ItemGroup>
            {items}
          </ItemGroup>
        </Project>
        """;

    public string Write(string name, string text) => _folder.Write(name, text);

    public Specification Read(string file = "") => SpecificationReader.Read(Path.Combine(Depot, file), "./depot", "");

    /// <summary>All mistakes, each in the form <c>Depot.csproj(3): sentence</c>.</summary>
    public string Mistakes() => string.Join('\n', Assert.Throws<SpecificationException>(() => Read()).Mistakes
        .Select(mistake => (mistake with { File = Path.GetFileName(mistake.File) }).ToString()));

    public void Dispose() => _folder.Dispose();
}
