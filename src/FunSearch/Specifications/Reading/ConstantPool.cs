using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Specifications.Reading;

/// <summary>The numbers that a specification itself thinks in.</summary>
internal static class ConstantPool
{
    /// <summary>Literals and constants of <c>[Run]</c>, <c>[Evolve]</c> and <c>[Callable]</c> methods, each once, in the source's order.</summary>
    public static IReadOnlyList<double> Of(MarkedClass specification) =>
    [
        .. specification.Methods
            .Where(method => method.Is<RunAttribute>() || method.Is<EvolveAttribute>() || method.Is<CallableAttribute>())
            .SelectMany(method => Numbers(method.Syntax, specification.Compilation.GetSemanticModel(method.Syntax.SyntaxTree)))
            .Where(double.IsFinite).Distinct(),
    ];

    private static IEnumerable<double> Numbers(MethodDeclarationSyntax method, SemanticModel model) =>
        from node in method.DescendantNodes()
        where node.IsKind(SyntaxKind.NumericLiteralExpression)
            || (node is SimpleNameSyntax && model.GetSymbolInfo(node).Symbol is IFieldSymbol { IsConst: true })
        let constant = model.GetConstantValue(node)
        where constant.HasValue && constant.Value is IConvertible and not (string or char or bool)
        select Convert.ToDouble(constant.Value);
}
