using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax.Operators;

/// <summary>Puts a number within a function: <c>Abs</c>, <c>Max</c>, <c>Min</c>, a power, a root, a logarithm.</summary>
internal sealed class WrapInFunction : IOperator
{
    public string Name => "wrap in function";

    public double Weight => 1;

    public BlockSyntax? Apply(Edit edit)
    {
        var places = edit.NumberPlaces
            .Where(place => edit.Parent.Typing.KindOf(place.Node) == place.Accepts && Literals.Value(place.Node) is null)
            .ToList();
        return edit.Random.PickOrNull(places) is { } place ? edit.Replace(place.Node, edit.Make.Wrapped(place.Node, place.Accepts)) : null;
    }
}
