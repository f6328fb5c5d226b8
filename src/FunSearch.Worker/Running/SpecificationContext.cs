using System.Reflection;
using System.Runtime.Loader;

namespace FunSearch.Worker.Running;

/// <summary>Holds the specification and what it refers to.</summary>
/// <remarks>It is never unloaded. It is collectible because code in such a context is optimised on its first call, without tiers.</remarks>
internal sealed class SpecificationContext(IReadOnlyList<string> references) : AssemblyLoadContext("specification", isCollectible: true)
{
    // The markers must be this process's own, or no attribute would be found.
    private static readonly string Markers = typeof(RunAttribute).Assembly.GetName().Name!;

    /// <summary>One of the assemblies that the specification refers to; null for the framework's and the markers'.</summary>
    public Assembly? Find(AssemblyName assemblyName) => Load(assemblyName);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var path = assemblyName.Name == Markers
            ? null
            : references.FirstOrDefault(reference => Path.GetFileNameWithoutExtension(reference) == assemblyName.Name);
        return path is null ? null : LoadFromAssemblyPath(path);
    }
}
