using System.Collections.Frozen;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Worker.Compiling;

/// <summary>Bounds the size of types that nobody writes down: <c>var b = (a, a); var c = (b, b);</c> doubles with each line, and the
/// compiler takes minutes over a type of millions of parts.</summary>
internal sealed class TypeGrowth
{
    /// <summary>Parts that the largest inferred type could have at most: 10 pairs, or 6 triples, could be nested in each other. A value of 1 024
    /// numbers fits on the stack many times.</summary>
    private const int MaximumParts = 1 << 10;

    // Their result's type names that of what they are given twice.
    private static readonly FrozenSet<string> Pairing = FrozenSet.Create(
        "AggregateBy", "Create", "GroupBy", "GroupJoin", "Join", "LeftJoin", "RightJoin", "ToDictionary", "ToLookup", "Zip");

    private long _parts = 1;

    /// <summary>Counts a node; a sentence without its full stop once the types could grow too large.</summary>
    public string? Refuse(SyntaxNode node)
    {
        _parts *= node switch
        {
            TupleExpressionSyntax tuple when !HasWrittenType(tuple) => tuple.Arguments.Count,
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } }
                when Pairing.Contains(name) => 2,
            _ => 1,
        };

        return _parts <= MaximumParts ? null : "There are too many tuples and pairings whose types could contain each other; write some of the types down";
    }

    /// <summary>The tuple grows no type: its elements are stored in variables that have theirs, or are plainly numbers.</summary>
    private static bool HasWrittenType(TupleExpressionSyntax tuple) =>
        IsAssignedToTuple(tuple) || tuple.Arguments.All(argument => IsPlainNumber(argument.Expression));

    // (a, b) = (b, a): both sides.
    private static bool IsAssignedToTuple(TupleExpressionSyntax tuple) =>
        tuple.Parent is AssignmentExpressionSyntax { Left: TupleExpressionSyntax left }
        && left.Arguments.All(argument => argument.Expression is not DeclarationExpressionSyntax);

    private static bool IsPlainNumber(ExpressionSyntax expression) =>
        expression is LiteralExpressionSyntax or PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax or BinaryExpressionSyntax
            or CastExpressionSyntax { Type: PredefinedTypeSyntax }
        && !expression.IsKind(SyntaxKind.CoalesceExpression) && !expression.IsKind(SyntaxKind.SuppressNullableWarningExpression);
}
