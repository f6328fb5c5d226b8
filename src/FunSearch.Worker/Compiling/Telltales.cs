using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Worker.Compiling;

/// <summary>What in a body could tell a variable from the literal in whose place it stands.</summary>
internal static class Telltales
{
    public static bool AreIn(MethodDeclarationSyntax method, SemanticModel model) =>
        method.Body!.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && (token.ValueText == method.Identifier.ValueText || IsTelling(token.ValueText)))
        || FunctionsMayCallThemselves(method.Body, model);

    /// <summary>Names of <c>double</c> and <c>Math</c> that tell the sign of what is no number, or give what the machine likes: in the JIT,
    /// which computes with constants beforehand, another than when they run (<c>Math.Acos(2)</c>).</summary>
    private static bool IsTelling(string name) => name is "CopySign" or "IsNegative" or "IsPositive"
        || name.EndsWith("Native", StringComparison.Ordinal) || name.EndsWith("Estimate", StringComparison.Ordinal);

    /// <summary>In however many steps: how deep they come depends on the size of frames.</summary>
    private static bool FunctionsMayCallThemselves(BlockSyntax body, SemanticModel model) =>
        body.DescendantNodes().Where(node => node is LambdaExpressionSyntax or LocalFunctionStatementSyntax)
            .SelectMany(function => function.DescendantNodes().OfType<IdentifierNameSyntax>())
            .Any(name => model.GetSymbolInfo(name).Symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction }
                || model.GetTypeInfo(name).Type is { TypeKind: TypeKind.Delegate });
}
