using System.Reflection;
using System.Runtime.Loader;

namespace FunSearch.Worker.Running;

/// <summary>Holds one candidate, and goes with it: nothing may keep a reference to its types, delegates or exceptions.</summary>
internal sealed class CandidateContext(Assembly specification) : AssemblyLoadContext("candidate", isCollectible: true)
{
    /// <summary>The class that the compiler puts the evolved function into.</summary>
    private const string ClassName = "Candidate";

    public LoadedFunction LoadFunction(byte[] image, string name)
    {
        var candidate = LoadFromStream(new MemoryStream(image, writable: false)).GetType(ClassName, throwOnError: true)!;
        var method = candidate.GetMethod(name, BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance)
            ?? throw new MissingMethodException(ClassName, name);
        return new LoadedFunction(method, method.IsStatic ? null : Activator.CreateInstance(candidate));
    }

    // A type of the signature may stand in an assembly that the specification refers to: there must be only one of it.
    protected override Assembly? Load(AssemblyName assemblyName) => assemblyName.Name == specification.GetName().Name
        ? specification
        : (GetLoadContext(specification) as SpecificationContext)?.Find(assemblyName);
}
