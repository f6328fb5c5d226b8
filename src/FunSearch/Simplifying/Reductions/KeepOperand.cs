using FunSearch.Proposers.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Simplifying.Reductions;

/// <summary>Puts a literal (0, 1, false, true) or one of its own operands in the place of an expression, from outer expressions to inner ones
/// and from short replacements to long ones: so a term falls, a call around its argument, a choice but for a branch.</summary>
internal sealed class KeepOperand : IReduction
{
    public IEnumerable<BlockSyntax> Of(Draft draft) =>
        from node in Values.In(draft.Block)
        from replacement in Constants(node, draft.Typing).Concat(Operands(node, draft.Typing))
        select draft.Block.ReplaceNode(node, Trees.Enclosed(replacement));

    // Numbers that are written already are the business of RoundNumber.
    private static IEnumerable<ExpressionSyntax> Constants(ExpressionSyntax node, Typing typing) => typing.KindOf(node) switch
    {
        _ when node is LiteralExpressionSyntax || (node is IdentifierNameSyntax name && IsSteppedBy(LoopOf(node), name)) => [],
        Kind.Bool when LoopOf(node) is not null => [Code.Bool(false)],
        Kind.Bool => [Code.Bool(false), Code.Bool(true)],
        var kind when kind.IsWritable => [Literals.Of(0, kind), Literals.Of(1, kind)],
        _ => [],
    };

    // The loop whose head it stands in: without what it counts, and with `true` for a condition, it would never end, which only costs time.
    private static StatementSyntax? LoopOf(ExpressionSyntax node) =>
        node.FirstAncestorOrSelf<StatementSyntax>() is { } statement and (WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax) ? statement : null;

    private static bool IsSteppedBy(StatementSyntax? loop, IdentifierNameSyntax name) => loop is not null && Plain.Assigned(loop).Contains(name.Identifier.Text);

    private static IEnumerable<ExpressionSyntax> Operands(ExpressionSyntax node, Typing typing)
    {
        var kind = typing.KindOf(node);
        var near = Values.Operands(node).ToList();
        var far = near.SelectMany(Below).Where(operand => typing.KindOf(operand) is var below && (kind == Kind.Opaque ? below != kind : below.ConvertsTo(kind)));
        return near.Where(operand => MayFit(typing.KindOf(operand), kind)).Concat(far).OrderBy(operand => operand.Span.Length);
    }

    private static IEnumerable<ExpressionSyntax> Below(ExpressionSyntax node) => Values.Operands(node).SelectMany(operand => Below(operand).Prepend(operand));

    // Surroundings may take another number than the expression is; of what is not understood the compiler decides.
    private static bool MayFit(Kind operand, Kind node) =>
        operand == Kind.Opaque || node == Kind.Opaque || operand == node || (operand.IsNumber && node.IsNumber);
}
