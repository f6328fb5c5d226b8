using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FunSearch.Worker.Compiling;

/// <summary>Turns a candidate's body into an assembly, or says why not. Lives in the compiler process: Roslyn hangs on junk.</summary>
internal sealed class CandidateCompiler
{
    private readonly CompilerSetup _setup;
    private readonly CSharpCompilation _empty;

    public CandidateCompiler(CompilerSetup setup)
    {
        _setup = setup;
        var platform = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        _empty = CSharpCompilation.Create(
            "candidate",
            references: new[] { "System.Private.CoreLib.dll", "System.Runtime.dll", "System.Collections.dll", "System.Linq.dll" }
                .Select(name => Path.Combine(platform, name)).Concat(setup.References)
                .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))
                .Append(MetadataReference.CreateFromImage(setup.Specification)),
            options: new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, concurrentBuild: false));
    }

    /// <summary>Compiles one body. A bad candidate is a value, never an exception.</summary>
    public Compiled Compile(string body)
    {
        var source = $$"""
            using System; using System.Collections.Generic; using System.Linq; using System.Numerics; using static global::{{_setup.ClassName.Replace('+', '.')}};
            public static class Candidate { {{_setup.Header}}
            #line 1
            {{body}}
            }
            """;
        using var image = new MemoryStream();
        var result = _empty.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source)).Emit(image);
        return result.Success
            ? new Compiled.Image(image.ToArray())
            : new Compiled.DoesNotCompile(string.Join('\n', result.Diagnostics.Where(error => error.Severity == DiagnosticSeverity.Error).Take(3)));
    }
}
