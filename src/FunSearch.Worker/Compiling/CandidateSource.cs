using Microsoft.CodeAnalysis.CSharp;

namespace FunSearch.Worker.Compiling;

/// <summary>The source around a body: one class that holds the evolved function, and the names that it sees.</summary>
internal static class CandidateSource
{
    public const string ClassName = "Candidate";

    public static readonly CSharpParseOptions Options = new(LanguageVersion.Latest, Microsoft.CodeAnalysis.DocumentationMode.None);

    /// <summary>The whole source, and where the body stands in it.</summary>
    public static (string Source, int BodyStart) Around(string body, CompilerSetup setup)
    {
        // Each on lines of its own: a body may begin or end with a line comment.
        var before = $"public static class {ClassName}\n{{\n{setup.Header}\n";
        return ($"{before}{body}\n}}\n", before.Length);
    }

    /// <summary>What a candidate sees without a prefix: the usual namespaces, and the specification's class with the types in it.</summary>
    /// <param name="types">Types of the specification that a candidate may name, as source writes them in full.</param>
    public static string Usings(CompilerSetup setup, IEnumerable<string> types)
    {
        var className = setup.ClassName.Replace('+', '.');
        string[] namespaces = ["System", "System.Collections.Generic", "System.Linq", "System.Numerics"];

        // An alias wins over what a namespace brings: the specification's own Vector is meant, not that of System.Numerics.
        return string.Join('\n', namespaces.Select(name => $"global using {name};")
            .Append($"global using static global::{className};")
            .Concat(types.Select(type => $"global using {type[(type.LastIndexOf('.') + 1)..]} = global::{type};")));
    }
}
