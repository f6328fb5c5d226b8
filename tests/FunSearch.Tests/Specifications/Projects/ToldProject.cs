using System.Text.Json;
using FunSearch.Specifications;
using FunSearch.Specifications.Reading;
using FunSearch.Specifications.Reading.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FunSearch.Tests.Specifications.Projects;

/// <summary>A project with a library beside it, and a stand-in for the SDK that tells of it at once: what the real one says is tested
/// in <see cref="ProjectTests"/>, and takes its time.</summary>
internal sealed class ToldProject : IDisposable
{
    private const string Specification = """
        using Company;
        using FunSearch;
        public static class Depot
        {
            [Inputs("train")] public static IEnumerable<double[]> Train() => [[1, 3]];
            [Run] public static double Cost(double[] day) => day.Sum(weight => Costs.Of(Weigh(weight)));
            [Evolve] public static double Weigh(double weight) => weight;
        }
        """;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly SpecificationFolder _folder = new();

    public ToldProject()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "bin"));
        Library = Path.Combine(_folder.Path, "bin", "Costs.dll");
        BuildLibrary();
        _folder.Write("depot/Depot.csproj", "<Project />");
        Sources.Add(_folder.Write("depot/Depot.cs", Specification));
        Sources.Add(_folder.Write("depot/obj/Usings.cs", "global using System.Collections.Generic;\nglobal using System.Linq;\n"));
    }

    /// <summary>Absolute paths of what the project compiles.</summary>
    public List<string> Sources { get; } = [];

    /// <summary>What else it tells the compiler.</summary>
    public List<string> Options { get; } = ["/langversion:14", "/nullable:enable"];

    /// <summary>Absolute paths of the analyzers that it brings along itself.</summary>
    public List<string> Analyzers { get; } = [];

    /// <summary>Absolute path of the assembly <c>Costs</c>.</summary>
    public string Library { get; }

    public string Write(string name, string text) => _folder.Write(name, text);

    /// <summary>Builds the library as the SDK does in a repository: with the revision in its version, its resources and its symbols.</summary>
    public void BuildLibrary(int factor = 2, char revision = '1')
    {
        var version = $"[assembly: System.Reflection.AssemblyInformationalVersion(\"1.0.0+{new string(revision, 40)}\")]";
        var trees = new[] { Company.Library.Replace("2 *", $"{factor} *", StringComparison.Ordinal), version }
            .Select((code, file) => CSharpSyntaxTree.ParseText(code, SourceFiles.ParseOptions, $"/{file}.cs", System.Text.Encoding.UTF8));
        var compilation = CSharpCompilation.Create("Costs", trees, Surroundings.Plain, Surroundings.Ordinary.Options);
        using var resources = compilation.CreateDefaultWin32Resources(versionResource: true, noManifest: true, manifestContents: null, iconInIcoFormat: null);
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        Assert.True(compilation.Emit(image, symbols, win32Resources: resources).Success);
        // As a build does, past a process that has the old one open.
        File.Delete(Library);
        File.WriteAllBytes(Library, image.ToArray());
    }

    public Specification Read() => SpecificationReader.Read(Path.Combine(_folder.Path, "depot"), "./depot", "", Sdk());

    public void Dispose() => _folder.Dispose();

    private DotnetSdk Sdk()
    {
        var references = Surroundings.Ordinary.References.Select(reference => ((PortableExecutableReference)reference).FilePath).Append(Library);
        IEnumerable<string> arguments = ["/target:library", .. Options, .. references.Select(path => $"/reference:{path}"), .. Sources];
        return StandIn.Sdk(_folder, JsonSerializer.Serialize(new
        {
            Properties = new { GeneratedAssemblyInfoFile = "obj/Depot.AssemblyInfo.cs" },
            Items = new
            {
                CscCommandLineArgs = arguments.Select(argument => new { Identity = argument }),
                ReferenceCopyLocalPaths = new[] { new { FullPath = Library, Filename = "Costs", Extension = ".dll", DestinationSubDirectory = "" } },
                Analyzer = Analyzers.Select(path => new { FullPath = path })
                    .Append<object>(new { FullPath = "/sdk/gone.dll", IsImplicitlyDefined = "true" }),
            },
        }, Indented));
    }
}
