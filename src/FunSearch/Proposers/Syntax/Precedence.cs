using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax;

/// <summary>How tightly C# binds, the tightest highest (language specification, §12.4.2).</summary>
internal static class Precedence
{
    public const int Primary = 16;
    public const int Unary = 15;
    public const int Conditional = 2;

    public static int Of(ExpressionSyntax expression) => expression switch
    {
        BinaryExpressionSyntax binary => OfBinary(binary.Kind()),
        PrefixUnaryExpressionSyntax or CastExpressionSyntax or AwaitExpressionSyntax => Unary,
        RangeExpressionSyntax => 14,
        SwitchExpressionSyntax or WithExpressionSyntax => 13,
        IsPatternExpressionSyntax => 9,
        ConditionalExpressionSyntax => Conditional,
        AssignmentExpressionSyntax or AnonymousFunctionExpressionSyntax => 1,
        QueryExpressionSyntax => 0,
        _ => Primary,
    };

    private static int OfBinary(SyntaxKind kind) => kind switch
    {
        SyntaxKind.MultiplyExpression or SyntaxKind.DivideExpression or SyntaxKind.ModuloExpression => 12,
        SyntaxKind.AddExpression or SyntaxKind.SubtractExpression => 11,
        SyntaxKind.LeftShiftExpression or SyntaxKind.RightShiftExpression or SyntaxKind.UnsignedRightShiftExpression => 10,
        SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression
            or SyntaxKind.GreaterThanOrEqualExpression or SyntaxKind.IsExpression or SyntaxKind.AsExpression => 9,
        SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression => 8,
        SyntaxKind.BitwiseAndExpression => 7,
        SyntaxKind.ExclusiveOrExpression => 6,
        SyntaxKind.BitwiseOrExpression => 5,
        SyntaxKind.LogicalAndExpression => 4,
        SyntaxKind.LogicalOrExpression => 3,
        _ => Conditional,
    };
}
