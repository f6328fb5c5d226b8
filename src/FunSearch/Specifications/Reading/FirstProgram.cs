using FunSearch.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FunSearch.Specifications.Reading;

/// <summary>The evolved function as a candidate writes it: its header in names that bind there, and its first body as a block.</summary>
internal static class FirstProgram
{
    /// <summary>Reads the header from the compiled specification, as a candidate's compiler does: so its types bind there.</summary>
    public static EvolvedFunction Function(MarkedClass specification, byte[] assembly)
    {
        var evolved = specification.Evolved!;
        var scope = new CandidateScope(specification.Symbol, specification.Compilation.References, assembly);
        var method = scope.Class.GetMembers(evolved.Name).OfType<IMethodSymbol>().Single();
        return new EvolvedFunction(
            Escaped(evolved.Name),
            scope.NameOf(method.ReturnType),
            [.. method.Parameters.Select(parameter => new Parameter(scope.NameOf(parameter.Type), Escaped(parameter.Name)) { Members = MembersOf(parameter.Type, scope) })],
            Documentation.AsWritten(evolved.Syntax));
    }

    public static Body Body(MarkedMethod evolved)
    {
        if (evolved.Syntax.Body is { } block)
        {
            return new Body(Layout.Dedent(block.ToString()));
        }

        var expression = evolved.Syntax.ExpressionBody!.Expression;
        var statement = Layout.Dedent(expression.ToString()).Replace("\n", "\n        ", StringComparison.Ordinal);
        return new Body($"{{\n    {(expression.IsKind(SyntaxKind.ThrowExpression) ? "" : "return ")}{statement};\n}}");
    }

    private static IReadOnlyList<Parameter> MembersOf(ITypeSymbol type, CandidateScope scope) => type is INamedTypeSymbol { IsRecord: true } record
        ? [.. RecordMembers.Readable(record).Select(member => new Parameter(scope.NameOf(member.Type), Escaped(member.Symbol.Name)))]
        : [];

    private static string Escaped(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : $"@{name}";
}
