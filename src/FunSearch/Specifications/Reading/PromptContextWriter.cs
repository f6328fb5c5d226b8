using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Specifications.Reading;

/// <summary>Writes what a proposer is told of a problem: what it is about, its data, and the code that calls the evolved function.</summary>
internal static class PromptContextWriter
{
    private const int Width = 118;

    public static string Write(MarkedClass specification)
    {
        var about = string.Join('\n', Layout.Wrap(Documentation.AsText(specification.Symbol), Width).Select(line => $"// {line}"));
        var methods = specification.Methods
            .Where(method => method.Is<RunAttribute>() || method.Is<ScoreAttribute>() || method.Is<CallableAttribute>()).ToList();
        var signatures = methods.Append(specification.Evolved!)
            .SelectMany(method => method.Symbol.Parameters.Select(parameter => parameter.Type).Append(method.Symbol.ReturnType)).ToList();
        var parts = OfOtherAssemblies(specification.Evolved!.Symbol).Concat(DataTypes(signatures).Concat(methods.Select(method => method.Syntax)).Select(Text));
        return string.Join("\n\n", parts.Prepend(about).Where(part => part.Length > 0));
    }

    // Their source is not here: what a candidate may read of them is enough.
    private static IEnumerable<string> OfOtherAssemblies(IMethodSymbol evolved) =>
        NameableMembers.Records(evolved.Parameters.Select(parameter => parameter.Type).Append(evolved.ReturnType))
            .Where(record => record.DeclaringSyntaxReferences.IsEmpty)
            .Select(record => $"// {record.ToDisplayString()} has {string.Join(", ", RecordMembers.Readable(record).Select(Described))}.");

    private static string Described(RecordMember member) => $"{SignatureTypes.Name(member.Type)} {member.Symbol.Name}";

    // An input or a solution may be any class; what the evolved function takes and returns are records.
    private static IEnumerable<MemberDeclarationSyntax> DataTypes(IReadOnlyList<ITypeSymbol> signatures) =>
        signatures.OfType<INamedTypeSymbol>().Concat(NameableMembers.Records(signatures))
            .SelectMany(type => type.DeclaringSyntaxReferences).Select(reference => reference.GetSyntax()).OfType<MemberDeclarationSyntax>()
            .Distinct();

    private static string Text(MemberDeclarationSyntax member)
    {
        var documentation = Documentation.AsWritten(member);
        var code = Layout.Dedent(member.WithAttributeLists(default).WithLeadingTrivia().WithTrailingTrivia().ToFullString());
        return documentation.Length == 0 ? code : $"{documentation}\n{code}";
    }
}
