using System.Collections.Frozen;
using Microsoft.CodeAnalysis;

namespace FunSearch.Worker.Compiling;

/// <summary>The framework's assemblies that a candidate is compiled against: the real ones, of the runtime that will run it.</summary>
internal static class Framework
{
    // After the first line comes what no candidate may use: it is here so that a candidate which tries is told so by name.
    private static readonly string[] Names =
    [
        "System.Private.CoreLib", "System.Runtime", "System.Collections", "System.Linq", "System.Memory", "netstandard",
        "System.ComponentModel.Primitives", "System.Console", "System.Diagnostics.Process", "System.Net.Http", "System.Net.Primitives",
        "System.Net.Sockets", "System.Threading.Tasks.Parallel", "System.Collections.Concurrent", "System.Collections.Immutable",
        "System.Text.RegularExpressions",
    ];

    // Namespaces whose types everybody knows by their short names; `File` is then understood without `using System.IO`.
    private static readonly string[] ForbiddenNamespaces =
    [
        "System.Collections.Concurrent", "System.Collections.Immutable", "System.Diagnostics", "System.IO", "System.Net.Http",
        "System.Net.Sockets", "System.Reflection", "System.Reflection.Emit", "System.Runtime.CompilerServices",
        "System.Runtime.InteropServices", "System.Text", "System.Text.RegularExpressions", "System.Threading", "System.Threading.Tasks",
    ];

    public static FrozenSet<string> Assemblies { get; } = Names.ToFrozenSet();

    public static IEnumerable<MetadataReference> References()
    {
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return Names.Select(name => MetadataReference.CreateFromFile(Path.Combine(folder, $"{name}.dll")));
    }

    /// <summary>The forbidden type that an unknown name most likely means; null when it means none.</summary>
    public static string? ForbiddenTypeNamed(string name, Compilation compilation) =>
        ForbiddenNamespaces.Select(space => $"{space}.{name}")
            .FirstOrDefault(type => compilation.GetTypeByMetadataName(type) is { DeclaredAccessibility: Accessibility.Public });
}
