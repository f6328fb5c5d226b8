using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FunSearch.Specifications.Reading.Projects;

/// <summary>Runs the source generators that a project brings along, those of the SDK among them.</summary>
internal static class SourceGenerators
{
    /// <summary>The compilation with what they add. One that does not load adds nothing: the compiler then says what is missing.</summary>
    public static CSharpCompilation Run(CSharpCompilation compilation, Surroundings around)
    {
        var loader = new Loader();
        var generators = around.Analyzers.SelectMany(path => new AnalyzerFileReference(path, loader).GetGenerators(LanguageNames.CSharp));
        CSharpGeneratorDriver.Create(generators, parseOptions: around.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _);
        return (CSharpCompilation)generated;
    }

    /// <summary>Loads a generator with its neighbours; the compiler's own assemblies are this process's.</summary>
    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        private readonly AssemblyLoadContext _context = new("source generators");
        private readonly Dictionary<string, string> _neighbours = [];

        public Loader() => _context.Resolving += (context, name) =>
            _neighbours.TryGetValue(name.Name!, out var path) ? context.LoadFromAssemblyPath(path) : null;

        public void AddDependencyLocation(string fullPath) => _neighbours[Path.GetFileNameWithoutExtension(fullPath)] = fullPath;

        public Assembly LoadFromPath(string fullPath)
        {
            AddDependencyLocation(fullPath);
            return _context.LoadFromAssemblyPath(fullPath);
        }
    }
}
