using Microsoft.CodeAnalysis.CSharp;

namespace FunSearch.Proposers.Syntax.Templates;

/// <summary>A threshold with a tail: nothing up to a limit of a term, and beyond it so much for each unit.</summary>
internal sealed class Hinge : ITemplate
{
    public string Name => "hinge";

    public double Weight => 0.4;

    public Piece? Make(Materials materials)
    {
        if (materials.Term() is not { } term)
        {
            return null;
        }

        var limit = materials.LimitOf(term);
        var (one, other) = materials.Random.Happens(0.5) ? (term, limit) : (limit, term);
        return new Piece(Code.Choose(
            Code.Binary(SyntaxKind.GreaterThanExpression, one, other),
            Code.Multiply(materials.Value(), Code.Subtract(one, other)),
            Literals.Of(0, materials.Kind)));
    }
}
