using FunSearch.Worker.Running;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FunSearch.Worker.Compiling;

/// <summary>The source around a body: one class that holds the evolved function, and the names that it sees without a prefix:
/// the usual namespaces, the specification's class, and the types in it.</summary>
internal sealed class CandidateSource
{
    public const string ClassName = "Candidate";

    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp14, DocumentationMode.None);
    internal static readonly string[] Namespaces = ["System", "System.Collections.Generic", "System.Linq", "System.Numerics"];

    private readonly string _before;

    /// <param name="types">Types of the specification that a candidate may name, as source writes them in full.</param>
    public CandidateSource(CompilerSetup setup, IEnumerable<string> types)
    {
        // An alias wins over what a namespace brings: the specification's own Vector is meant, not that of System.Numerics.
        var usings = Namespaces.Select(name => $"using {name};")
            .Append($"using static global::{setup.ClassName.Replace('+', '.')};")
            .Append($"using {FuelWeaver.Name} = {FuelWeaver.Alias}::{typeof(Fuel).FullName};")
            .Concat(types.Select(type => $"using {type[(type.LastIndexOf('.') + 1)..]} = global::{type};"));
        _before = $"extern alias {FuelWeaver.Alias};\n{string.Join('\n', usings)}\npublic static class {ClassName}\n{{\n{setup.Header}\n";
        FirstLine = _before.Count(letter => letter == '\n');
    }

    /// <summary>The line of the source, from 0, in which the body begins.</summary>
    public int FirstLine { get; }

    // The body has lines of its own: it may begin or end with a line comment.
    public SyntaxTree Around(string body) => CSharpSyntaxTree.ParseText($"{_before}{body}\n}}\n", Options);
}
