using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace FunSearch.Proposers.Syntax;

/// <summary>Short names for making syntax. Parentheses and white space are the <see cref="Printer"/>'s business.</summary>
internal static class Code
{
    public static ExpressionSyntax Name(string name) => IdentifierName(name);

    public static ExpressionSyntax Member(string variable, string member) =>
        MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, IdentifierName(variable), IdentifierName(member));

    public static ExpressionSyntax Element(string array, string index) =>
        ElementAccessExpression(IdentifierName(array), BracketedArgumentList(SingletonSeparatedList(Argument(IdentifierName(index)))));

    public static ExpressionSyntax Binary(SyntaxKind kind, ExpressionSyntax left, ExpressionSyntax right) =>
        BinaryExpression(kind, left, right);

    public static ExpressionSyntax Add(ExpressionSyntax left, ExpressionSyntax right) =>
        BinaryExpression(SyntaxKind.AddExpression, left, right);

    public static ExpressionSyntax Subtract(ExpressionSyntax left, ExpressionSyntax right) =>
        BinaryExpression(SyntaxKind.SubtractExpression, left, right);

    public static ExpressionSyntax Multiply(ExpressionSyntax left, ExpressionSyntax right) =>
        BinaryExpression(SyntaxKind.MultiplyExpression, left, right);

    public static ExpressionSyntax Divide(ExpressionSyntax left, ExpressionSyntax right) =>
        BinaryExpression(SyntaxKind.DivideExpression, left, right);

    public static ExpressionSyntax Negate(ExpressionSyntax operand) => PrefixUnaryExpression(SyntaxKind.UnaryMinusExpression, operand);

    public static ExpressionSyntax Not(ExpressionSyntax operand) => PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, operand);

    public static ExpressionSyntax Bool(bool value) =>
        LiteralExpression(value ? SyntaxKind.TrueLiteralExpression : SyntaxKind.FalseLiteralExpression);

    public static ExpressionSyntax Choose(ExpressionSyntax condition, ExpressionSyntax whenTrue, ExpressionSyntax whenFalse) =>
        ConditionalExpression(condition, whenTrue, whenFalse);

    /// <summary>A call of a function of <see cref="Math"/>.</summary>
    public static ExpressionSyntax Math(string function, params IEnumerable<ExpressionSyntax> arguments) =>
        InvocationExpression(
            MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, IdentifierName("Math"), IdentifierName(function)),
            ArgumentList(SeparatedList(arguments.Select(Argument))));

    public static StatementSyntax Return(ExpressionSyntax value) => ReturnStatement(value);

    public static StatementSyntax If(ExpressionSyntax condition, StatementSyntax then) => IfStatement(condition, Block(then));

    /// <summary>What stands behind a minus sign; null when there is none.</summary>
    public static ExpressionSyntax? Negated(ExpressionSyntax expression) =>
        expression is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } minus ? minus.Operand.Bare() : null;

    /// <summary>The expression without parentheses around it.</summary>
    public static ExpressionSyntax Bare(this ExpressionSyntax expression)
    {
        while (expression is ParenthesizedExpressionSyntax parenthesized)
        {
            expression = parenthesized.Expression;
        }

        return expression;
    }
}
