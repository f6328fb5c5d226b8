using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax;

/// <summary>Constant expressions that the compiler would compute itself and may refuse: a division by 0, an overflow.</summary>
/// <remarks>Folding removes almost all of them; what is left mentions a constant such as <c>int.MaxValue</c>, or is too large.</remarks>
internal static class Hazards
{
    /// <summary>Has the child one that its parents have not? Theirs have passed the compiler.</summary>
    public static bool AreIn(BlockSyntax child, params ReadOnlySpan<BlockSyntax> parents)
    {
        var hazards = Of(child).ToList();
        if (hazards.Count == 0)
        {
            return false;
        }

        foreach (var parent in parents)
        {
            var known = Of(parent).ToHashSet();
            hazards.RemoveAll(known.Contains);
        }

        return hazards.Count > 0;
    }

    private static IEnumerable<string> Of(BlockSyntax block) =>
        block.DescendantNodes().Where(IsHazard).Select(node => node.NormalizeWhitespace().ToString());

    private static bool IsHazard(SyntaxNode node) => node switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.DivideExpression or (int)SyntaxKind.ModuloExpression } division
            when Literals.Value(division.Right) == 0 => true,
        BinaryExpressionSyntax or CastExpressionSyntax => IsConstant((ExpressionSyntax)node),
        _ => false,
    };

    private static bool IsConstant(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax => true,
        ParenthesizedExpressionSyntax parenthesized => IsConstant(parenthesized.Expression),
        PrefixUnaryExpressionSyntax prefix => IsConstant(prefix.Operand),
        CastExpressionSyntax cast => IsConstant(cast.Expression),
        BinaryExpressionSyntax binary => IsConstant(binary.Left) && IsConstant(binary.Right),
        MemberAccessExpressionSyntax { Expression: PredefinedTypeSyntax } => true,
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "Math" } } => true,
        _ => false,
    };
}
