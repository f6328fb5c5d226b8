using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax;

/// <summary>Makes a body as short as it reads: folds constants, drops what can never run and what changes nothing.</summary>
internal sealed class Simplifier(Typing typing) : CSharpSyntaxRewriter
{
    public static BlockSyntax Simplify(BlockSyntax block, Typing typing) =>
        UnusedLocals.Drop((BlockSyntax)new Simplifier(typing).Visit(block));

    public override SyntaxToken VisitToken(SyntaxToken token) => token;

    public override SyntaxNode? VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        var kind = typing.KindOf(node);
        var operands = typing.KindOf(node.Left).With(typing.KindOf(node.Right));
        var left = ((ExpressionSyntax)Visit(node.Left)!).Bare();
        var right = ((ExpressionSyntax)Visit(node.Right)!).Bare();
        var operation = node.Kind();
        if (operation is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression)
        {
            return LogicFolds.Join(operation, left, right);
        }

        if (operands.IsNumber && LogicFolds.Opposite(operation) is not null)
        {
            return LogicFolds.Compare(operation, left, right, operands);
        }

        var plain = node.Update(left, node.OperatorToken, right);
        return kind.IsNumber ? Keeping(kind, ArithmeticFolds.Fold(operation, left, right, kind), plain) : plain;
    }

    public override SyntaxNode? VisitPrefixUnaryExpression(PrefixUnaryExpressionSyntax node)
    {
        var operand = ((ExpressionSyntax)Visit(node.Operand)!).Bare();
        return node.Kind() switch
        {
            SyntaxKind.LogicalNotExpression when typing.KindOf(operand) == Kind.Bool => LogicFolds.Not(operand),
            SyntaxKind.UnaryMinusExpression when typing.KindOf(node) is { IsNumber: true } kind => ArithmeticFolds.Negate(operand, kind),
            _ => node.WithOperand(operand),
        };
    }

    public override SyntaxNode? VisitConditionalExpression(ConditionalExpressionSyntax node)
    {
        var kind = typing.KindOf(node);
        var condition = ((ExpressionSyntax)Visit(node.Condition)!).Bare();
        var whenTrue = ((ExpressionSyntax)Visit(node.WhenTrue)!).Bare();
        var whenFalse = ((ExpressionSyntax)Visit(node.WhenFalse)!).Bare();
        return Keeping(kind, LogicFolds.Choose(condition, whenTrue, whenFalse), Code.Choose(condition, whenTrue, whenFalse));
    }

    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        var kind = typing.KindOf(node);
        var visited = (InvocationExpressionSyntax)base.VisitInvocationExpression(node)!;
        return MathFunctions.Of(visited) is { Rule: MathRule.Keeps } ? Keeping(kind, MathFolds.Fold(visited, kind), visited) : visited;
    }

    public override SyntaxNode? VisitCastExpression(CastExpressionSyntax node)
    {
        var visited = node.WithExpression(((ExpressionSyntax)Visit(node.Expression)!).Bare());
        return typing.KindOf(node) == Kind.Int && Literals.Value(visited.Expression) is { } value && Math.Abs(value) <= Literals.LargestWhole
            ? Literals.Of(Math.Truncate(value), Kind.Int)
            : visited;
    }

    public override SyntaxNode? VisitArgument(ArgumentSyntax node) => node.WithExpression(((ExpressionSyntax)Visit(node.Expression)!).Bare());

    public override SyntaxNode? VisitEqualsValueClause(EqualsValueClauseSyntax node) => node.WithValue(((ExpressionSyntax)Visit(node.Value)!).Bare());

    public override SyntaxNode? VisitAssignmentExpression(AssignmentExpressionSyntax node) => node.WithRight(((ExpressionSyntax)Visit(node.Right)!).Bare());

    public override SyntaxNode? VisitReturnStatement(ReturnStatementSyntax node) =>
        node.Expression is null ? node : node.WithExpression(((ExpressionSyntax)Visit(node.Expression)!).Bare());

    public override SyntaxNode? VisitIfStatement(IfStatementSyntax node)
    {
        var visited = (IfStatementSyntax)base.VisitIfStatement(node)!;
        return StatementFolds.Choose(visited.WithCondition(visited.Condition.Bare()));
    }

    public override SyntaxNode? VisitElseClause(ElseClauseSyntax node)
    {
        var visited = (StatementSyntax)Visit(node.Statement)!;
        return StatementFolds.IsEmpty(visited) ? null : node.WithStatement(visited is BlockSyntax or IfStatementSyntax ? visited : SyntaxFactory.Block(visited));
    }

    public override SyntaxNode? VisitBlock(BlockSyntax node)
    {
        var visited = (BlockSyntax)base.VisitBlock(node)!;
        return StatementFolds.Straighten(visited);
    }

    // A fold that would turn a fraction into a whole number, or the other way round, could change what its surroundings mean.
    private ExpressionSyntax Keeping(Kind kind, ExpressionSyntax folded, ExpressionSyntax plain)
    {
        if (typing.KindOf(folded) == kind)
        {
            return folded;
        }

        return Literals.Value(folded) is { } value && kind.IsNumber && (!kind.IsWhole || value == Math.Truncate(value)) ? Literals.Of(value, kind) : plain;
    }
}
