using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using System.Security.Cryptography;

namespace FunSearch.Worker.Walls;

/// <summary>Loads what would be loaded later: behind the wall no file can be opened.</summary>
internal static class Preloading
{
    /// <summary>All that these assemblies refer to, and what that refers to in turn.</summary>
    public static void ReferencesOf(params IEnumerable<Assembly> roots)
    {
        var met = new HashSet<string>();
        var open = new Stack<Assembly>(roots);
        while (open.TryPop(out var assembly))
        {
            foreach (var name in assembly.GetReferencedAssemblies().Where(name => met.Add(name.Name!)))
            {
                if (Find(name, assembly) is { } found)
                {
                    open.Push(found);
                }
            }
        }
    }

    /// <summary>Runs the static constructors of an assembly: they may read files. One that fails does so again where its type is used.</summary>
    public static void ConstructorsOf(Assembly assembly)
    {
        foreach (var type in TypesOf(assembly).Where(type => !type.ContainsGenericParameters))
        {
            try
            {
                RuntimeHelpers.RunClassConstructor(type.TypeHandle);
            }
            catch (TypeInitializationException)
            {
                // It may be of no use to anybody.
            }
        }
    }

    /// <summary>What of the framework is not .NET: the system's OpenSSL, where an assembly hashes anything.</summary>
    public static void NativeLibrariesOf(Assembly assembly)
    {
        if (assembly.GetReferencedAssemblies().Any(name => name.Name == typeof(SHA256).Assembly.GetName().Name))
        {
            _ = SHA256.HashData([]);
        }
    }

    private static IEnumerable<Type> TypesOf(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException partly)
        {
            return partly.Types.OfType<Type>();
        }
    }

    private static Assembly? Find(AssemblyName name, Assembly by)
    {
        try
        {
            return (AssemblyLoadContext.GetLoadContext(by) ?? AssemblyLoadContext.Default).LoadFromAssemblyName(name);
        }
        catch (Exception exception) when (exception is IOException or BadImageFormatException)
        {
            // Whoever needs it will say so.
            return null;
        }
    }
}
