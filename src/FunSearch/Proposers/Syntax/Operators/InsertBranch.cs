using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax.Operators;

/// <summary>Returns something else early, under a new condition.</summary>
internal sealed class InsertBranch(Kind result) : IOperator
{
    public string Name => "insert branch";

    public double Weight => 3;

    public BlockSyntax? Apply(Edit edit)
    {
        if (!result.IsWritable || edit.Random.PickOrNull(edit.Statements) is not { } place)
        {
            return null;
        }

        return edit.InsertBefore(place, Code.If(edit.Make.Condition(place.Scope), Code.Return(Value(edit, place))));
    }

    // Most often a variation of what is returned further down: a branch that ranks its cases anew keeps their order this way.
    private ExpressionSyntax Value(Edit edit, StatementPlace place)
    {
        var make = edit.Make;
        if (!result.IsNumber || Fallback(place) is not { } fallback)
        {
            return make.Make(result, place.Scope);
        }

        return edit.Random.Weighted(2, 2, 2, 1, 1, 1) switch
        {
            0 => make.Make(result, place.Scope),
            1 => make.Numbers.Extreme(result),
            2 => Code.Add(fallback, make.Numbers.Extreme(result)),
            3 => Code.Add(fallback, make.Numbers.Draw(result)),
            4 => Code.Multiply(make.Numbers.Draw(result), fallback),
            _ => Code.Binary(edit.Random.Happens(0.5) ? SyntaxKind.AddExpression : SyntaxKind.SubtractExpression, fallback, make.Term(result, place.Scope)),
        };
    }

    private static ExpressionSyntax? Fallback(StatementPlace place)
    {
        var later = (place.Node.Parent as BlockSyntax)?.Statements.OfType<ReturnStatementSyntax>().LastOrDefault()?.Expression;
        return later is not null && Names.In(later).All(place.Scope.Contains) && Plain.IsPure(later) ? later : null;
    }
}
