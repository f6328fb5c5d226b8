using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax.Operators;

/// <summary>Tunes one literal, sometimes two or three at once: a step of random size, ±1, another sign, a new number.</summary>
internal sealed class ChangeLiteral : IOperator
{
    public string Name => "change literal";

    public double Weight => 6;

    public BlockSyntax? Apply(Edit edit)
    {
        var literals = edit.Parent.Expressions.Where(place => Literals.Value(place.Node) is not null && place.Accepts.IsNumber).ToList();
        if (literals.Count == 0)
        {
            return null;
        }

        var changed = new Dictionary<SyntaxNode, SyntaxNode>();
        do
        {
            var place = edit.Random.Pick(literals);
            changed[place.Node] = Changed(place, edit);
        }
        while (changed.Count < Math.Min(3, literals.Count) && edit.Random.Happens(0.3));

        return edit.Parent.Block.ReplaceNodes(changed.Keys, (node, _) => changed[node]);
    }

    private static ExpressionSyntax Changed(ExpressionPlace place, Edit edit)
    {
        var value = edit.Make.Numbers.Near(Literals.Value(place.Node) ?? 0, place.Accepts);
        return Literals.Of(place.IsDivisor && value == 0 ? 1 : value, place.Accepts);
    }
}
