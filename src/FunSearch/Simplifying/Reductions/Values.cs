using FunSearch.Proposers.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Simplifying.Reductions;

/// <summary>The expressions of a tree that stand for a value, in the place of which another could stand.</summary>
internal static class Values
{
    /// <summary>From outer ones to inner ones, in the order of the text.</summary>
    public static IEnumerable<ExpressionSyntax> In(SyntaxNode tree) => tree.DescendantNodes().OfType<ExpressionSyntax>().Where(IsValue);

    /// <summary>What the expression's value is made of, one level down, without parentheses.</summary>
    public static IEnumerable<ExpressionSyntax> Operands(ExpressionSyntax node) => (node.Bare() switch
    {
        BinaryExpressionSyntax binary => [binary.Left, binary.Right],
        ConditionalExpressionSyntax choice => [choice.WhenTrue, choice.WhenFalse, choice.Condition],
        SwitchExpressionSyntax choice => choice.Arms.Select(arm => arm.Expression).Prepend(choice.GoverningExpression),
        PrefixUnaryExpressionSyntax prefix => [prefix.Operand],
        PostfixUnaryExpressionSyntax postfix => [postfix.Operand],
        CastExpressionSyntax cast => [cast.Expression],
        CheckedExpressionSyntax arithmetic => [arithmetic.Expression],
        IsPatternExpressionSyntax test => [test.Expression],
        AssignmentExpressionSyntax assignment => [assignment.Right],
        MemberAccessExpressionSyntax member => [member.Expression],
        ElementAccessExpressionSyntax element => element.ArgumentList.Arguments.Select(argument => argument.Expression).Prepend(element.Expression),
        InvocationExpressionSyntax call => call.ArgumentList.Arguments.Select(argument => argument.Expression).Concat(Receiver(call)),
        BaseObjectCreationExpressionSyntax creation => creation.ArgumentList?.Arguments.Select(argument => argument.Expression) ?? [],
        ArrayCreationExpressionSyntax { Initializer: { } elements } => elements.Expressions,
        ImplicitArrayCreationExpressionSyntax { Initializer: var elements } => elements.Expressions,
        TupleExpressionSyntax tuple => tuple.Arguments.Select(argument => argument.Expression),
        ConditionalAccessExpressionSyntax access => [access.Expression],
        _ => Enumerable.Empty<ExpressionSyntax>(),
    }).Select(Code.Bare);

    private static bool IsValue(ExpressionSyntax node) =>
        node is not (ParenthesizedExpressionSyntax or InitializerExpressionSyntax or DeclarationExpressionSyntax or ThrowExpressionSyntax
            or RefExpressionSyntax or OmittedArraySizeExpressionSyntax)
        && (node is not TypeSyntax || node is IdentifierNameSyntax)
        && node.Parent switch
        {
            ExpressionStatementSyntax or NameColonSyntax or NameEqualsSyntax or MemberBindingExpressionSyntax => false,
            MemberAccessExpressionSyntax access => access.Name != node,
            InvocationExpressionSyntax call => call.Expression != node,
            AssignmentExpressionSyntax assignment => assignment.Left != node,
            ArgumentSyntax argument => argument.RefKindKeyword.IsKind(SyntaxKind.None),
            PostfixUnaryExpressionSyntax => false,
            PrefixUnaryExpressionSyntax prefix => !prefix.IsKind(SyntaxKind.PreIncrementExpression) && !prefix.IsKind(SyntaxKind.PreDecrementExpression),
            ForStatementSyntax loop => loop.Condition == node,
            _ => true,
        };

    // Of `scores.Where(…)` the sequence is an operand too; `Math` is none, but the compiler knows that.
    private static IEnumerable<ExpressionSyntax> Receiver(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax member && MathFunctions.Of(call) is null ? [member.Expression] : [];
}
