using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax;

/// <summary>What may be done with a piece of syntax without knowing what it means.</summary>
internal static class Plain
{
    /// <summary>Does it only compute a value? Then it may be dropped, doubled and moved. A call of anything but <see cref="Math"/> may do more.</summary>
    public static bool IsPure(SyntaxNode node) => node.DescendantNodesAndSelf().All(part => part switch
    {
        InvocationExpressionSyntax call => MathFunctions.Of(call) is not null,
        AssignmentExpressionSyntax or PostfixUnaryExpressionSyntax or AwaitExpressionSyntax or ThrowExpressionSyntax => false,
        BaseObjectCreationExpressionSyntax => false,
        PrefixUnaryExpressionSyntax prefix => !IsStep(prefix),
        AnonymousFunctionExpressionSyntax or QueryExpressionSyntax or DeclarationExpressionSyntax or VariableDesignationSyntax => false,
        _ => true,
    });

    /// <summary>Does it hold no declaration that something outside of it could need?</summary>
    public static bool DeclaresNothing(SyntaxNode node) =>
        !node.DescendantNodesAndSelf().Any(part => part is DeclarationExpressionSyntax or VariableDesignationSyntax);

    /// <summary>Names of the variables that it assigns, steps, or passes by reference.</summary>
    public static IEnumerable<string> Assigned(SyntaxNode node) => node.DescendantNodesAndSelf().SelectMany(part => part switch
    {
        AssignmentExpressionSyntax assignment => Roots(assignment.Left),
        PostfixUnaryExpressionSyntax postfix => Roots(postfix.Operand),
        PrefixUnaryExpressionSyntax prefix when IsStep(prefix) => Roots(prefix.Operand),
        ArgumentSyntax argument when !argument.RefKindKeyword.IsKind(SyntaxKind.None) => Roots(argument.Expression),
        _ => [],
    });

    /// <summary>Can the statement end by running into the next one? Told from its form: a loop counts as if it could, but for an endless one.</summary>
    public static bool FallsThrough(StatementSyntax statement) => statement switch
    {
        ReturnStatementSyntax or ThrowStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax => false,
        BlockSyntax block => block.Statements.All(FallsThrough),
        IfStatementSyntax choice => choice.Else is null || FallsThrough(choice.Statement) || FallsThrough(choice.Else.Statement),
        WhileStatementSyntax loop => !loop.Condition.IsKind(SyntaxKind.TrueLiteralExpression),
        ForStatementSyntax loop => loop.Condition is not null,
        DoStatementSyntax or SwitchStatementSyntax or TryStatementSyntax or LockStatementSyntax or UsingStatementSyntax or CheckedStatementSyntax => false,
        _ => true,
    };

    private static bool IsStep(PrefixUnaryExpressionSyntax prefix) =>
        prefix.IsKind(SyntaxKind.PreIncrementExpression) || prefix.IsKind(SyntaxKind.PreDecrementExpression);

    private static IEnumerable<string> Roots(ExpressionSyntax target) =>
        target.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(name => name.Identifier.Text);
}
