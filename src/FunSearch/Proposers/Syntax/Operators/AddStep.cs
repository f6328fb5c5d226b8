using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax.Operators;

/// <summary>Gives a choice that holds a term against a number another step: the same term against another number.</summary>
internal sealed class AddStep : IOperator
{
    public string Name => "add step";

    public double Weight => 1.5;

    public BlockSyntax? Apply(Edit edit)
    {
        var steps = edit.FreePlaces.Where(place => place.Accepts.IsNumber && place.Node is ConditionalExpressionSyntax choice && Comparison(choice) is not null).ToList();
        if (edit.Random.PickOrNull(steps) is not { } place)
        {
            return null;
        }

        var choice = (ConditionalExpressionSyntax)place.Node;
        var comparison = Comparison(choice)!;
        var kind = edit.Parent.Typing.KindOf(comparison.Right);
        var near = edit.Random.Happens(0.6) ? Literals.Of(edit.Make.Numbers.Near(Literals.Value(comparison.Right)!.Value, kind), kind) : edit.Make.Limit(comparison.Left, kind);
        var step = Code.Choose(Code.Binary(comparison.Kind(), comparison.Left, near), Value(edit, place, choice), choice.WhenFalse);
        return edit.Replace(choice.WhenFalse, step);
    }

    // A value near the one before is a finer step; another one a new idea.
    private static ExpressionSyntax Value(Edit edit, ExpressionPlace place, ConditionalExpressionSyntax choice) =>
        Literals.Value(choice.WhenTrue) is { } value && edit.Random.Happens(0.5)
            ? Literals.Of(edit.Make.Numbers.Near(value, place.Accepts), place.Accepts)
            : edit.Make.Numbers.Draw(place.Accepts);

    private static BinaryExpressionSyntax? Comparison(ConditionalExpressionSyntax choice) =>
        choice.Condition.Bare() is BinaryExpressionSyntax binary && Literals.Value(binary.Right) is not null && Literals.Value(binary.Left) is null
        && LogicFolds.Opposite(binary.Kind()) is not null ? binary : null;
}
