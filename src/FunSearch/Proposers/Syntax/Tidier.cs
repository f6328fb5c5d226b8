using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax;

/// <summary>Writes a tree as a person would: parentheses where the tree needs them, and <c>2</c> for <c>2.0</c> where both mean the same.</summary>
internal sealed class Tidier(Typing typing, Kind result) : CSharpSyntaxRewriter
{
    public override SyntaxToken VisitToken(SyntaxToken token) => token;

    public override SyntaxNode? VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        var (left, right) = (node.Left.Bare(), node.Right.Bare());
        var precedence = Precedence.Of(node);
        return node.Update(
            Within(Number(left, IsDouble(right)), precedence),
            node.OperatorToken,
            Within(Number(right, IsDouble(left)), Joins(node) ? precedence : precedence + 1));
    }

    public override SyntaxNode? VisitPrefixUnaryExpression(PrefixUnaryExpressionSyntax node)
    {
        var operand = node.Operand.Bare();
        // Two minus signs in a row would read as a decrement.
        return node.WithOperand(Within(operand, operand is PrefixUnaryExpressionSyntax ? Precedence.Primary : Precedence.Unary));
    }

    public override SyntaxNode? VisitCastExpression(CastExpressionSyntax node) => node.WithExpression(Within(node.Expression.Bare(), Precedence.Unary));

    public override SyntaxNode? VisitConditionalExpression(ConditionalExpressionSyntax node)
    {
        var (whenTrue, whenFalse) = (node.WhenTrue.Bare(), node.WhenFalse.Bare());
        return node.Update(
            Within(node.Condition.Bare(), Precedence.Conditional + 1),
            node.QuestionToken,
            Within(Number(whenTrue, IsDouble(whenFalse)), Precedence.Conditional + 1),
            node.ColonToken,
            Within(Number(whenFalse, IsDouble(whenTrue)), Precedence.Conditional));
    }

    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        if (MathFunctions.Of(node) is not { } function)
        {
            return base.VisitInvocationExpression(node);
        }

        var arguments = node.ArgumentList.Arguments;
        return node.WithArgumentList(node.ArgumentList.WithArguments(SyntaxFactory.SeparatedList(arguments.Select(argument =>
        {
            var needsNoPoint = function.Rule == MathRule.Doubles
                || (function.Rule == MathRule.Keeps && arguments.Any(other => other != argument && IsDouble(other.Expression)));
            return argument.WithExpression(Whole(Number(argument.Expression.Bare(), needsNoPoint)));
        }))));
    }

    public override SyntaxNode? VisitArgument(ArgumentSyntax node) => node.WithExpression(Whole(node.Expression.Bare()));

    public override SyntaxNode? VisitReturnStatement(ReturnStatementSyntax node) =>
        node.Expression is null ? node : node.WithExpression(Whole(Number(node.Expression.Bare(), result == Kind.Double && !IsInLambda(node))));

    public override SyntaxNode? VisitVariableDeclaration(VariableDeclarationSyntax node)
    {
        var isDouble = Kinds.Named(node.Type.ToString()) == Kind.Double;
        return node.WithVariables(SyntaxFactory.SeparatedList(node.Variables.Select(variable =>
            variable.Initializer is { } initializer
                ? variable.WithInitializer(initializer.WithValue(Whole(Number(initializer.Value.Bare(), isDouble))))
                : variable)));
    }

    public override SyntaxNode? VisitAssignmentExpression(AssignmentExpressionSyntax node) =>
        node.Update((ExpressionSyntax)Visit(node.Left)!, node.OperatorToken, Whole(Number(node.Right.Bare(), typing.KindOf(node.Left) == Kind.Double)));

    // `a && (b && c)` reads the same without parentheses.
    private static bool Joins(BinaryExpressionSyntax node) =>
        node.Kind() is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression && node.Right.Bare().IsKind(node.Kind());

    private static bool IsInLambda(SyntaxNode node) =>
        node.Ancestors().Any(ancestor => ancestor is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);

    private bool IsDouble(ExpressionSyntax other) => Literals.Value(other) is null && typing.KindOf(other) == Kind.Double;

    private static ExpressionSyntax Number(ExpressionSyntax expression, bool needsNoPoint) =>
        needsNoPoint && Literals.Value(expression) is { } value && value == Math.Truncate(value) && Math.Abs(value) <= Literals.LargestWhole
            ? Literals.Of(value, Kind.Int)
            : expression;

    private ExpressionSyntax Whole(ExpressionSyntax expression) => (ExpressionSyntax)Visit(expression)!;

    private ExpressionSyntax Within(ExpressionSyntax expression, int precedence)
    {
        var visited = Whole(expression);
        return Precedence.Of(visited) >= precedence ? visited : SyntaxFactory.ParenthesizedExpression(visited);
    }
}
