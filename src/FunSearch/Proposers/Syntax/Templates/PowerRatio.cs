namespace FunSearch.Proposers.Syntax.Templates;

/// <summary>A ratio of powers of two terms: <c>Math.Pow(a, p) / Math.Pow(b, q)</c>. Neither a negative term nor one of 0 makes it no number.</summary>
internal sealed class PowerRatio : ITemplate
{
    private static readonly double[] Exponents = [0.5, 1, 1.5, 2, 3];

    public string Name => "ratio of powers";

    public double Weight => 0.4;

    public Piece? Make(Materials materials)
    {
        if (materials.Kind != Kind.Double || materials.Term() is not { } above || materials.Term() is not { } below)
        {
            return null;
        }

        var numerator = Code.Math("Pow", Code.Math("Abs", above), Literals.Of(materials.Random.Pick(Exponents), Kind.Double));
        var denominator = Code.Math("Pow", Code.Add(Literals.Of(1, Kind.Double), Code.Math("Abs", below)), Literals.Of(materials.Random.Pick(Exponents), Kind.Double));
        return new Piece(Code.Multiply(materials.Value(), Code.Divide(numerator, denominator)));
    }
}
