using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace FunSearch.Specifications.Reading.Projects;

/// <summary>Whether what a specification refers to will be there when it runs.</summary>
internal static class RuntimeAssemblies
{
    /// <summary>A mistake for each assembly that it was compiled with, that it uses, and that will be missing.</summary>
    public static IReadOnlyList<Mistake> Missing(byte[] assembly, Surroundings around)
    {
        var here = around.Assemblies.Select(path => Path.GetFileNameWithoutExtension(path)).Append(SpecificationCompiler.Markers).ToHashSet();
        return around.Project is not { } project ? [] :
        [
            .. NamesIn(assembly).Where(name => !here.Contains(name) && !File.Exists(Path.Combine(Surroundings.Framework, $"{name}.dll")))
                .Select(name => new Mistake(
                    Place.AsTyped(project), ProjectFile.LineOf(project, name),
                    $"The specification uses the assembly '{name}', and the project does not bring it along for the time when it runs. "
                    + "Let its reference be copied (no Private=\"false\", no ExcludeAssets); of frameworks, only Microsoft.NETCore.App is there.")),
        ];
    }

    private static List<string> NamesIn(byte[] assembly)
    {
        using var file = new PEReader(new MemoryStream(assembly, writable: false));
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
