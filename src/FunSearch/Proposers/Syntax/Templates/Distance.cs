namespace FunSearch.Proposers.Syntax.Templates;

/// <summary>How far a term is from a number, to a power: <c>w * Math.Pow(Math.Abs(t - c), p)</c>.</summary>
internal sealed class Distance : ITemplate
{
    private static readonly double[] Exponents = [0.5, 1, 1.5, 2, 3];

    public string Name => "distance";

    public double Weight => 0.5;

    public Piece? Make(Materials materials)
    {
        if (materials.Term() is not { } term)
        {
            return null;
        }

        var distance = Code.Math("Abs", Code.Subtract(term, materials.LimitOf(term)));
        var exponent = materials.Random.Pick(Exponents);
        return new Piece(Code.Multiply(materials.Value(), materials.Kind != Kind.Double || exponent == 1
            ? distance
            : Code.Math("Pow", distance, Literals.Of(exponent, Kind.Double))));
    }
}
