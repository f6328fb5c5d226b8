using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax;

/// <summary>An expression of a body that may be exchanged for another.</summary>
/// <param name="Accepts">The kind that its surroundings need.</param>
/// <param name="IsExact">Only an expression of just this kind fits: one that converts would change what its surroundings mean.</param>
/// <param name="IsDivisor">It divides whole numbers: only a literal other than 0 is safe here.</param>
internal sealed record ExpressionPlace(ExpressionSyntax Node, Kind Accepts, bool IsExact, bool IsDivisor, Scope Scope)
{
    public bool Takes(Kind kind) => IsExact ? kind == Accepts : kind.ConvertsTo(Accepts);
}

/// <summary>A statement that stands directly in a block.</summary>
/// <param name="Scope">What can be named just before it.</param>
/// <param name="CanDelete">Nothing after it needs it: no declaration in use, no first assignment, no return that must be there.</param>
/// <param name="CanCopy">It can stand twice, or in another body, once its names are repaired.</param>
internal sealed record StatementPlace(StatementSyntax Node, Scope Scope, bool CanDelete, bool CanCopy);

/// <summary>A body as edits see it: the tree, and the places in it that can be edited. Immutable: many prompts share one.</summary>
/// <param name="Block">Without comments, every branch in braces.</param>
/// <param name="Size">How many expressions it holds, nested ones included.</param>
internal sealed record Reading(
    BlockSyntax Block,
    Typing Typing,
    IReadOnlyList<ExpressionPlace> Expressions,
    IReadOnlyList<StatementPlace> Statements,
    int Size);
