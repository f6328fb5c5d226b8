using Microsoft.CodeAnalysis;

namespace FunSearch.Specifications.Reading.Checks;

/// <summary>What a candidate may call must not give it a hold on what is not its own.</summary>
internal static class CallableChecks
{
    public static IEnumerable<Mistake> Mistakes(MarkedClass specification) =>
        specification.Of<CallableAttribute>().SelectMany(method => Overloads(specification, method).Concat(Handle(method)));

    // A candidate's code is compared with names alone.
    private static IEnumerable<Mistake> Overloads(MarkedClass specification, MarkedMethod method) =>
        from other in specification.Symbol.GetMembers(method.Name).OfType<IMethodSymbol>()
        where !SymbolEqualityComparer.Default.Equals(other, method.Symbol)
        select method.Mistake($"'{method.Name}' is marked [Callable], and another method has its name. Rename one of the two: a candidate could call both.");

    /// <summary>Results and references through which a candidate could change what other candidates, or the score, read.</summary>
    private static IEnumerable<Mistake> Handle(MarkedMethod method)
    {
        if (method.Symbol.RefKind != RefKind.None || method.Symbol.Parameters.Any(parameter => parameter.RefKind is RefKind.Ref or RefKind.Out))
        {
            yield return method.Mistake($"'{method.Name}' is marked [Callable] and takes or returns a reference. Take and return values.");
        }
        else if (!IsValue(method.Symbol.ReturnType))
        {
            yield return method.Mistake(
                $"'{method.Name}' is marked [Callable] and returns {SignatureTypes.Name(method.Symbol.ReturnType)}, which a candidate could change for all that "
                + "come after it. Return a number, a tuple or a record of numbers, or for a table a ReadOnlySpan of numbers.");
        }
    }

    private static bool IsValue(ITypeSymbol type) => type.SpecialType == SpecialType.System_Void || SignatureTypes.IsSpan(type)
        || (SignatureTypes.Objection(type) is null && !ArgumentCopies.AreNeeded(type));
}
