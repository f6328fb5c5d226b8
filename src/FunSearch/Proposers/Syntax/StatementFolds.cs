using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax;

/// <summary>Shorter forms of statements.</summary>
internal static class StatementFolds
{
    public static bool IsEmpty(StatementSyntax statement) => statement is EmptyStatementSyntax or BlockSyntax { Statements.Count: 0 };

    /// <summary>An <c>if</c> whose condition is known, or of which a branch is empty.</summary>
    public static StatementSyntax Choose(IfStatementSyntax choice)
    {
        if (choice.Condition.IsKind(SyntaxKind.TrueLiteralExpression))
        {
            return choice.Statement;
        }

        if (choice.Condition.IsKind(SyntaxKind.FalseLiteralExpression))
        {
            return choice.Else?.Statement ?? SyntaxFactory.EmptyStatement();
        }

        if (!IsEmpty(choice.Statement))
        {
            return choice;
        }

        if (choice.Else is { Statement: BlockSyntax otherwise })
        {
            return SyntaxFactory.IfStatement(LogicFolds.Not(choice.Condition), otherwise);
        }

        return choice.Else is null && Plain.IsPure(choice.Condition) ? SyntaxFactory.EmptyStatement() : choice;
    }

    /// <summary>The block without what is empty, what repeats and what can never run.</summary>
    public static BlockSyntax Straighten(BlockSyntax block)
    {
        var statements = new List<StatementSyntax>(block.Statements.Count);
        var isReached = true;
        foreach (var statement in block.Statements.SelectMany(Opened))
        {
            var canRun = isReached || statement is LocalFunctionStatementSyntax;
            if (canRun && !IsEmpty(statement) && !AssignsItself(statement) && !Repeats(statements, statement))
            {
                DropUselessChoices(statements, statement);
                statements.Add(statement);
                isReached &= Plain.FallsThrough(statement) || statement is not (ReturnStatementSyntax or IfStatementSyntax or ThrowStatementSyntax);
            }
        }

        return block.WithStatements(SyntaxFactory.List(statements));
    }

    // A block within a block needs its braces only for its declarations.
    private static IEnumerable<StatementSyntax> Opened(StatementSyntax statement) =>
        statement is BlockSyntax block && !block.Statements.Any(inner => inner is LocalDeclarationStatementSyntax or LocalFunctionStatementSyntax)
            ? block.Statements.SelectMany(Opened)
            : [statement];

    private static bool AssignsItself(StatementSyntax statement) =>
        statement is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment }
        && SyntaxFactory.AreEquivalent(assignment.Left, assignment.Right) && Plain.IsPure(assignment.Left);

    // After `if (c) { return … }` the same condition cannot hold again.
    private static bool Repeats(List<StatementSyntax> before, StatementSyntax statement) =>
        statement is IfStatementSyntax { Else: null } choice
        && before is [.., IfStatementSyntax { Else: null } last]
        && !Plain.FallsThrough(last.Statement)
        && SyntaxFactory.AreEquivalent(last.Condition, choice.Condition)
        && Plain.IsPure(choice.Condition);

    // `if (c) { return x; } return x;` has no choice to make.
    private static void DropUselessChoices(List<StatementSyntax> before, StatementSyntax statement)
    {
        while (statement is ReturnStatementSyntax
            && before is [.., IfStatementSyntax { Else: null, Statement: BlockSyntax { Statements: [ReturnStatementSyntax early] } } choice]
            && SyntaxFactory.AreEquivalent(early, statement)
            && Plain.IsPure(choice.Condition))
        {
            before.RemoveAt(before.Count - 1);
        }
    }
}
