using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace FunSearch.Worker.Compiling;

/// <summary>Where a literal may give way to a variable. All other places are left alone: patterns, labels, constants, sizes, indexes, elements.</summary>
internal static class LiftablePlace
{
    /// <summary>Told from syntax alone: it stands in arithmetic or a comparison, is an argument or a branch, or is returned or stored.</summary>
    public static bool MayBe(LiteralExpressionSyntax literal)
    {
        var outer = Outermost(literal);
        return IsInOwnCode(outer) && outer.Parent switch
        {
            BinaryExpressionSyntax binary => IsArithmetic(binary.Kind()),
            AssignmentExpressionSyntax assignment => assignment.Right == outer && IsAssignment(assignment.Kind()),
            ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax } } => true,
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Parent: LocalDeclarationStatementSyntax local } } } => !local.IsConst,
            ConditionalExpressionSyntax or ReturnStatementSyntax => true,
            _ => false,
        };
    }

    /// <summary>A whole divisor stays where it is: 0 in its place does not compile, and the machine divides faster by a constant.</summary>
    public static bool IsDivisor(LiteralExpressionSyntax literal) => Outermost(literal) is var outer && outer.Parent switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.DivideExpression or (int)SyntaxKind.ModuloExpression } binary => binary.Right == outer,
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.DivideAssignmentExpression or (int)SyntaxKind.ModuloAssignmentExpression } => true,
        _ => false,
    };

    /// <summary>The type of the variable that may take the literal's place, <c>int</c> or <c>double</c>; none when none may.</summary>
    /// <remarks>Behind a minus a whole number stays whole: −0 is 0, and −0.0 is not.</remarks>
    public static SpecialType TypeOf(LiteralExpressionSyntax literal, SemanticModel model)
    {
        var outer = Outermost(literal);
        var converted = model.GetTypeInfo(outer).ConvertedType?.SpecialType ?? SpecialType.None;
        var isConstant = outer.Parent is ExpressionSyntax parent && model.GetConstantValue(parent).HasValue;
        if (isConstant || !IsNumber(Type(outer, model)) || !IsNumber(converted))
        {
            return SpecialType.None;
        }

        var mayBe = outer.Parent switch
        {
            _ when IsDivisor(literal) => converted == SpecialType.System_Double,
            AssignmentExpressionSyntax assignment => Type(assignment.Left, model) == converted,
            ConditionalExpressionSyntax choice => IsNumber(Type(choice.WhenTrue, model)) && IsNumber(Type(choice.WhenFalse, model)),
            ArgumentSyntax argument => model.GetOperation(argument) is IArgumentOperation { ArgumentKind: ArgumentKind.Explicit, Parameter.RefKind: RefKind.None },
            _ => true,
        };
        return !mayBe ? SpecialType.None : outer == literal ? converted : Type(literal, model);
    }

    /// <summary>With the parentheses around it and the minus before it.</summary>
    private static ExpressionSyntax Outermost(LiteralExpressionSyntax literal)
    {
        ExpressionSyntax outer = literal;
        while (outer.Parent is ParenthesizedExpressionSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression })
        {
            outer = (ExpressionSyntax)outer.Parent;
        }

        return outer;
    }

    /// <summary>Not in a function inside, which would hold on to the instance, and not in the head of a for, where constants make loops fast.</summary>
    private static bool IsInOwnCode(SyntaxNode node)
    {
        for (var (child, parent) = (node, node.Parent); parent is not (null or MethodDeclarationSyntax); (child, parent) = (parent, parent.Parent))
        {
            if (parent is LambdaExpressionSyntax or LocalFunctionStatementSyntax || (parent is ForStatementSyntax loop && child != loop.Statement))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsArithmetic(SyntaxKind kind) => kind is SyntaxKind.AddExpression or SyntaxKind.SubtractExpression
        or SyntaxKind.MultiplyExpression or SyntaxKind.DivideExpression or SyntaxKind.ModuloExpression
        or SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression
        or SyntaxKind.GreaterThanOrEqualExpression or SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression;

    private static bool IsAssignment(SyntaxKind kind) => kind is SyntaxKind.SimpleAssignmentExpression or SyntaxKind.AddAssignmentExpression
        or SyntaxKind.SubtractAssignmentExpression or SyntaxKind.MultiplyAssignmentExpression or SyntaxKind.DivideAssignmentExpression
        or SyntaxKind.ModuloAssignmentExpression;

    private static bool IsNumber(SpecialType type) => type is SpecialType.System_Int32 or SpecialType.System_Double;

    private static SpecialType Type(ExpressionSyntax expression, SemanticModel model) => model.GetTypeInfo(expression).Type?.SpecialType ?? SpecialType.None;
}
