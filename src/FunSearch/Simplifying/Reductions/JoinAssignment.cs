using FunSearch.Proposers.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Simplifying.Reductions;

/// <summary>Writes what is assigned into the statement beside it: <c>x += a; return x;</c> is <c>return x + a;</c>, and
/// <c>var x = a; x += b;</c> is <c>var x = a + b;</c>.</summary>
internal sealed class JoinAssignment : IReduction
{
    public IEnumerable<BlockSyntax> Of(Draft draft) =>
        from list in Trees.StatementLists(draft.Block)
        from index in Enumerable.Range(0, Math.Max(0, list.Count - 1))
        let joined = Joined(list[index], list[index + 1])
        where joined is not null
        select Trees.Without(draft.Block, list[index], [list[index + 1]], _ => joined);

    private static StatementSyntax? Joined(StatementSyntax first, StatementSyntax second) => (first, second) switch
    {
        (LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer: { } start } variable] } declaration, _)
            when AssignmentIn(second) is var (name, assignment) && name == variable.Identifier.Text =>
            declaration.ReplaceNode(start.Value, Assigned(assignment, start.Value)),
        _ when AssignmentIn(first) is var (name, assignment) && AssignmentIn(second)?.Name != name && Trees.Mentions(second, name).Any() =>
            Trees.Substitute(second, name, Assigned(assignment, assignment.Left)),
        _ => null,
    };

    private static (string Name, AssignmentExpressionSyntax Assignment)? AssignmentIn(StatementSyntax statement) =>
        statement is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: IdentifierNameSyntax name } assignment }
        && (assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) || OperationOf(assignment) is not null)
            ? (name.Identifier.Text, assignment)
            : null;

    private static ExpressionSyntax Assigned(AssignmentExpressionSyntax assignment, ExpressionSyntax before) => OperationOf(assignment) is { } operation
        ? Code.Binary(operation, Trees.Enclosed(before.Bare()), Trees.Enclosed(assignment.Right.Bare()))
        : assignment.Right;

    private static SyntaxKind? OperationOf(AssignmentExpressionSyntax assignment) => assignment.Kind() switch
    {
        SyntaxKind.AddAssignmentExpression => SyntaxKind.AddExpression,
        SyntaxKind.SubtractAssignmentExpression => SyntaxKind.SubtractExpression,
        SyntaxKind.MultiplyAssignmentExpression => SyntaxKind.MultiplyExpression,
        SyntaxKind.DivideAssignmentExpression => SyntaxKind.DivideExpression,
        _ => null,
    };
}
