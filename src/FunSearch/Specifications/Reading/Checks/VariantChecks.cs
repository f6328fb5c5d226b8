namespace FunSearch.Specifications.Reading.Checks;

/// <summary>Whether there can be variants at all. One that is not listed the specification itself may accept or refuse.</summary>
internal static class VariantChecks
{
    public static IEnumerable<Mistake> Mistakes(MarkedClass specification, string variant)
    {
        if (variant.Length > 0 && specification.Variants.Count == 0)
        {
            yield return Place.Mistake(
                specification.Location,
                $"'{specification.Symbol.Name}' has no variants, and '{variant}' is asked for. "
                + $"Leave out ':{variant}', or write [Variants(\"{variant}\")].");
        }
    }
}
