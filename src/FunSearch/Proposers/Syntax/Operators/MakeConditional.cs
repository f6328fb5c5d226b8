using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax.Operators;

/// <summary>Turns an expression into a choice between itself and a variation or something new.</summary>
internal sealed class MakeConditional : IOperator
{
    public string Name => "make conditional";

    public double Weight => 1.5;

    public BlockSyntax? Apply(Edit edit)
    {
        if (edit.Random.PickOrNull(edit.FreePlaces) is not { } place)
        {
            return null;
        }

        var condition = edit.Make.Condition(place.Scope);
        if (place.Accepts == Kind.Bool)
        {
            return edit.Replace(place.Node, Code.Binary(
                edit.Random.Happens(0.5) ? SyntaxKind.LogicalAndExpression : SyntaxKind.LogicalOrExpression, place.Node, condition));
        }

        var (kept, other) = (place.Node, Other(edit, place));
        return edit.Replace(place.Node, edit.Random.Happens(0.5) ? Code.Choose(condition, kept, other) : Code.Choose(condition, other, kept));
    }

    private static ExpressionSyntax Other(Edit edit, ExpressionPlace place) => edit.Random.Weighted(2, 2, 1) switch
    {
        0 => edit.Make.Make(place.Accepts, place.Scope),
        1 => Code.Add(place.Node, edit.Make.Numbers.Draw(place.Accepts)),
        _ => Code.Negate(place.Node),
    };
}
