using System.Reflection;
using System.Runtime.Loader;

namespace FunSearch.Worker.Running;

/// <summary>Holds the specification and what it refers to.</summary>
/// <remarks>It is never unloaded. It is collectible because code in such a context is optimised on its first call, without tiers.</remarks>
internal sealed class SpecificationContext(IReadOnlyList<string> references) : AssemblyLoadContext("specification", isCollectible: true)
{
    // These must be this process's own: no attribute would be found on other markers, and fuel that nobody reads would never run out.
    private static readonly string[] Own = [typeof(RunAttribute).Assembly.GetName().Name!, typeof(Fuel).Assembly.GetName().Name!];

    /// <summary>One of the assemblies that the specification refers to; null for the framework's and this process's own.</summary>
    public Assembly? Find(AssemblyName assemblyName) => Load(assemblyName);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var path = Own.Contains(assemblyName.Name)
            ? null
            : references.FirstOrDefault(reference => Path.GetFileNameWithoutExtension(reference) == assemblyName.Name);
        return path is null ? null : LoadFromAssemblyPath(path);
    }
}
