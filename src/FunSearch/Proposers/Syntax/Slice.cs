using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax;

/// <summary>The statements that an expression hangs on (Weiser, Program Slicing, ICSE 1981), as far as they stand directly in the body.</summary>
internal static class Slice
{
    /// <returns>In their order; null when one of them may return, or cannot stand elsewhere.</returns>
    public static IReadOnlyList<StatementSyntax>? Of(Reading body, ExpressionSyntax expression)
    {
        var needed = Names.In(expression).ToHashSet();
        var slice = new List<StatementSyntax>();
        foreach (var statement in body.Block.Statements.Reverse().Where(statement => statement.SpanStart < expression.SpanStart && !statement.Span.Contains(expression.Span)))
        {
            if (!Changes(statement).Any(name => needed.Contains(name) && !body.Typing.IsParameter(name)))
            {
                continue;
            }

            if (!Plain.FallsThrough(statement) || statement.DescendantNodesAndSelf().Any(node => node is ReturnStatementSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or DeclarationExpressionSyntax))
            {
                return null;
            }

            slice.Add(statement);
            needed.UnionWith(Names.In(statement));
        }

        slice.Reverse();
        return slice;
    }

    private static IEnumerable<string> Changes(StatementSyntax statement) => Plain.Assigned(statement)
        .Concat(statement is LocalDeclarationStatementSyntax declaration ? declaration.Declaration.Variables.Select(variable => variable.Identifier.Text) : []);
}
