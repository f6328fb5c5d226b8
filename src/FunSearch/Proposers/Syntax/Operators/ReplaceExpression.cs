using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax.Operators;

/// <summary>Puts a small random expression in the place of another.</summary>
internal sealed class ReplaceExpression : IOperator
{
    public string Name => "replace expression";

    public double Weight => 2;

    public BlockSyntax? Apply(Edit edit)
    {
        var place = edit.Random.PickOrNull(edit.FreePlaces);
        return place is null ? null : edit.Replace(place.Node, edit.Make.Make(place.Accepts, place.Scope));
    }
}
