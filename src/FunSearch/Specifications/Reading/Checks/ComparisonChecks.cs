using Microsoft.CodeAnalysis;

namespace FunSearch.Specifications.Reading.Checks;

/// <summary>What results are compared with: <c>[Baseline]</c>, the names of <c>[Figure]</c>, and <c>[Known]</c>.</summary>
internal static class ComparisonChecks
{
    public static IEnumerable<Mistake> Mistakes(MarkedClass specification) =>
        SharedNames(specification.Of<BaselineAttribute>())
            .Concat(SharedNames(specification.Of<FigureAttribute>()))
            .Concat(specification.Of<BaselineAttribute>().SelectMany(baseline => BaselineMistakes(specification, baseline)))
            .Concat(specification.Known.SelectMany(known => KnownMistakes(specification, known.Figure, known.Location)));

    private static IEnumerable<Mistake> SharedNames(IReadOnlyList<MarkedMethod> methods) =>
        from method in methods
        group method by method.Argument into same
        where same.Count() > 1
        select same.First().Mistake(
            $"{same.Count()} methods are marked {same.First().MarkerText}: {Place.List([.. same])}. Give each its own name.");

    private static IEnumerable<Mistake> BaselineMistakes(MarkedClass specification, MarkedMethod baseline)
    {
        if (specification.Evolved is { } evolved
            && !(Signatures.Takes(baseline, [.. evolved.Symbol.Parameters.Select(parameter => parameter.Type)])
                && SymbolEqualityComparer.Default.Equals(baseline.Symbol.ReturnType, evolved.Symbol.ReturnType)))
        {
            var right = $"public static {SignatureTypes.Name(evolved.Symbol.ReturnType)} {baseline.Name}({Signatures.Parameters(evolved)})";
            yield return baseline.Mistake($"{Signatures.AsItIs(baseline)} It must be '{right}', like '{evolved.Name}'.");
        }
    }

    private static IEnumerable<Mistake> KnownMistakes(MarkedClass specification, KnownFigure known, Location location)
    {
        var figures = specification.Of<FigureAttribute>().Select(figure => figure.Argument).ToList();
        if (known.Figure is { } figure && !figures.Contains(figure))
        {
            yield return Place.Mistake(
                location, $"[Known(\"{known.Who}\")] names the figure '{figure}'. {Listed("[Figure]", figure, figures)}");
        }

        if (known.Variant is { } variant && !specification.Variants.Contains(variant))
        {
            var listed = Listed("[Variants]", variant, specification.Variants);
            yield return Place.Mistake(location, $"[Known(\"{known.Who}\")] names the variant '{variant}'. {listed}");
        }
    }

    private static string Listed(string marker, string named, IReadOnlyCollection<string> listed) => listed.Count == 0
        ? $"There is no {marker}."
        : $"{marker} must name it: it names {string.Join(", ", listed.Select(name => $"'{name}'"))}."
            + (Nearest.To(named, listed) is { } nearest ? $" Did you mean '{nearest}'?" : "");
}
