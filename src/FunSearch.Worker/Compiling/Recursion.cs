using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Worker.Compiling;

/// <summary>Tells whether functions of a body could call themselves, in however many steps.</summary>
internal static class Recursion
{
    /// <summary>Whether the method is named in its own body, or a function inside of it names one that is declared or stored there.</summary>
    public static bool IsPossible(MethodDeclarationSyntax method, SemanticModel model) =>
        method.Body!.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == method.Identifier.ValueText)
        || method.Body.DescendantNodes().Where(node => node is LambdaExpressionSyntax or LocalFunctionStatementSyntax)
            .SelectMany(function => function.DescendantNodes().OfType<IdentifierNameSyntax>())
            .Any(name => model.GetSymbolInfo(name).Symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction }
                || model.GetTypeInfo(name).Type is { TypeKind: TypeKind.Delegate });
}
