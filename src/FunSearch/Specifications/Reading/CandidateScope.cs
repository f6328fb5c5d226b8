using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FunSearch.Specifications.Reading;

/// <summary>What stands around a candidate when it is compiled: a few usings and the specification's class.</summary>
internal sealed class CandidateScope
{
    /// <summary>The namespaces that the worker opens for a candidate: it compiles one without knowing this library.</summary>
    internal static readonly string[] Namespaces = ["System", "System.Collections.Generic", "System.Linq", "System.Numerics"];

    private readonly SemanticModel _model;
    private readonly int _position;

    /// <param name="references">What the specification was compiled with.</param>
    public CandidateScope(INamedTypeSymbol specification, IEnumerable<MetadataReference> references, byte[] assembly)
    {
        var tree = CSharpSyntaxTree.ParseText(
            $$"""
            {{string.Concat(Namespaces.Select(name => $"using {name};"))}}
            using static {{specification.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}};
            public static class Candidate { }
            """,
            SourceFiles.ParseOptions);
        var compilation = CSharpCompilation.Create("candidate", [tree], references.Append(MetadataReference.CreateFromImage(assembly)));
        Class = compilation.GetTypeByMetadataName(MetadataNames.Of(specification, nestedBy: '+'))!;
        _model = compilation.GetSemanticModel(tree);
        _position = tree.Length - 1;
    }

    /// <summary>The specification's class, read from its assembly.</summary>
    public INamedTypeSymbol Class { get; }

    /// <summary>A type's name as a candidate may write it.</summary>
    public string NameOf(ITypeSymbol type) => type.ToMinimalDisplayString(_model, _position);
}
