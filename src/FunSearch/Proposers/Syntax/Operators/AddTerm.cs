using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax.Operators;

/// <summary>Adds a weighted term to a number, or scales it.</summary>
internal sealed class AddTerm : IOperator
{
    public string Name => "add term";

    public double Weight => 2;

    public BlockSyntax? Apply(Edit edit)
    {
        if (edit.Random.PickOrNull(edit.NumberPlaces) is not { } place)
        {
            return null;
        }

        var (make, kind) = (edit.Make, place.Accepts);
        var term = edit.Random.Weighted(2, 2, 1, 1) switch
        {
            0 => make.Term(kind, place.Scope),
            1 => Code.Multiply(make.Numbers.Positive(kind), make.Term(kind, place.Scope)),
            2 => make.Numbers.Positive(kind),
            _ => make.Wrapped(make.Term(kind, place.Scope), kind),
        };
        return edit.Replace(place.Node, edit.Random.Weighted(3, 3, 1) switch
        {
            0 => Code.Add(place.Node, term),
            1 => Code.Subtract(place.Node, term),
            _ => Code.Multiply(place.Node, term),
        });
    }
}
