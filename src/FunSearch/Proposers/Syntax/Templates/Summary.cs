namespace FunSearch.Proposers.Syntax.Templates;

/// <summary>What a sequence of measures comes to: its mean, least or greatest, how many are on one side of a scalar (its rank), or how far neighbours are apart.</summary>
internal sealed class Summary : ITemplate
{
    public string Name => "summary";

    public double Weight => 1;

    public Piece? Make(Materials materials)
    {
        var random = materials.Random;
        if (materials.Kind != Kind.Double || random.PickOrNull(materials.Measures) is not { } measures)
        {
            return null;
        }

        var (result, index) = (materials.Fresh("summary"), materials.Fresh("i"));
        var element = Elements.At(measures, index);
        var scalar = materials.Scalar() is { } known && random.Happens(0.7) ? Materials.Text(known) : Elements.Value(materials);
        var (from, start, step) = random.Weighted(2, 1, 1, 3, 1.5) switch
        {
            0 => ("0", "0.0", $"{result} += {element} / {measures}.Length;"),
            1 => ("0", $"{measures}.Length > 0 ? {measures}[0] : 0.0", $"{result} = Math.Min({result}, {element});"),
            2 => ("0", $"{measures}.Length > 0 ? {measures}[0] : 0.0", $"{result} = Math.Max({result}, {element});"),
            3 => ("0", "0.0", $"if ({element} {(random.Happens(0.5) ? "<" : ">")} {scalar}) {{ {result} += 1.0; }}"),
            _ => ("1", "0.0", $"{result} += Math.Abs({element} - {measures}[{index} - 1]);"),
        };
        return new Piece(
            Materials.Statements($"double {result} = {start}; for (int {index} = {from}; {index} < {measures}.Length; {index}++) {{ {step} }}"),
            Materials.Expression($"{Elements.Value(materials)} * {result}"));
    }
}
