using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Worker.Compiling;

/// <summary>Compares what two methods of the same shape, one with literals and one with variables in their places, are bound to.</summary>
internal static class SameMeaning
{
    /// <summary>True when each expression has the same type, becomes the same type, and calls the same.</summary>
    public static bool Holds(MethodDeclarationSyntax literal, SemanticModel ofLiteral, MethodDeclarationSyntax lifted, SemanticModel ofLifted)
    {
        var (one, other) = (ExpressionsIn(literal), ExpressionsIn(lifted));
        return one.Count == other.Count && one.Zip(other).All(pair =>
            Becomes(pair.First, ofLiteral) == Becomes(pair.Second, ofLifted)
            && (pair is (LiteralExpressionSyntax, IdentifierNameSyntax) || Is(pair.First, ofLiteral) == Is(pair.Second, ofLifted)));
    }

    private static List<ExpressionSyntax> ExpressionsIn(MethodDeclarationSyntax method) => [.. method.Body!.DescendantNodes().OfType<ExpressionSyntax>()];

    private static string? Becomes(ExpressionSyntax expression, SemanticModel model) => model.GetTypeInfo(expression).ConvertedType?.ToDisplayString();

    private static (string? Type, string? Symbol) Is(ExpressionSyntax expression, SemanticModel model) =>
        (model.GetTypeInfo(expression).Type?.ToDisplayString(),
            expression is ParenthesizedExpressionSyntax ? null : model.GetSymbolInfo(expression).Symbol?.ToDisplayString());
}
