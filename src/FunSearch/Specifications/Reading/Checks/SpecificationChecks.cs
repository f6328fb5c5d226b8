namespace FunSearch.Specifications.Reading.Checks;

/// <summary>Everything that must be right before a search can start. All mistakes are found at once, in the order of the source.</summary>
internal static class SpecificationChecks
{
    public static IReadOnlyList<Mistake> Mistakes(MarkedClass specification, string variant) =>
    [
        .. RoleChecks.Mistakes(specification)
            .Concat(CallableChecks.Mistakes(specification))
            .Concat(InputChecks.Mistakes(specification))
            .Concat(SolutionChecks.Mistakes(specification))
            .Concat(EvolvedFunctionChecks.Mistakes(specification))
            .Concat(FirstBodyChecks.Mistakes(specification))
            .Concat(ComparisonChecks.Mistakes(specification))
            .Concat(VariantChecks.Mistakes(specification, variant))
            .Distinct().OrderBy(mistake => mistake.File, StringComparer.Ordinal).ThenBy(mistake => mistake.Line),
    ];
}
