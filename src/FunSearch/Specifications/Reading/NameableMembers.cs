using Microsoft.CodeAnalysis;

namespace FunSearch.Specifications.Reading;

/// <summary>What of the specification a candidate may name: <c>[Callable]</c> methods, the readable members of the signature's records,
/// and what makes a record that it returns.</summary>
internal static class NameableMembers
{
    public static IReadOnlyList<string> Of(MarkedClass specification)
    {
        var evolved = specification.Evolved!.Symbol;
        var members = specification.Of<CallableAttribute>().Select(method => (ISymbol)method.Symbol)
            .Concat(Records(evolved.Parameters.Select(parameter => parameter.Type).Append(evolved.ReturnType)).SelectMany(Readers))
            .Concat(Records([evolved.ReturnType]).SelectMany(Makers));
        return [.. members.Select(MetadataNames.Of).Distinct()];
    }

    /// <summary>The records that stand in types, at any depth.</summary>
    public static IReadOnlyList<INamedTypeSymbol> Records(IEnumerable<ITypeSymbol> types)
    {
        var found = new List<INamedTypeSymbol>();
        foreach (var type in types)
        {
            Add(type);
        }

        return found;

        void Add(ITypeSymbol type)
        {
            switch (type)
            {
                case IArrayTypeSymbol array:
                    Add(array.ElementType);
                    break;
                case INamedTypeSymbol { IsTupleType: true } tuple:
                    tuple.TupleElements.ToList().ForEach(element => Add(element.Type));
                    break;
                case INamedTypeSymbol { IsRecord: true } record when !found.Contains(record, SymbolEqualityComparer.Default):
                    found.Add(record);
                    RecordMembers.Readable(record).ToList().ForEach(member => Add(member.Type));
                    break;
            }
        }
    }

    private static IEnumerable<ISymbol> Readers(INamedTypeSymbol record) =>
        RecordMembers.Readable(record).Select(member => member.Symbol is IPropertySymbol property ? property.GetMethod! : member.Symbol)
            .Concat(AllHarmless(record.GetMembers("Deconstruct").OfType<IMethodSymbol>()));

    private static IEnumerable<ISymbol> Makers(INamedTypeSymbol record) =>
        AllHarmless(record.InstanceConstructors.Where(constructor => constructor.DeclaredAccessibility == Accessibility.Public))
            .Concat(RecordMembers.Readable(record).Select(member => (member.Symbol as IPropertySymbol)?.SetMethod)
                .OfType<IMethodSymbol>().Where(setter => setter.IsInitOnly && setter.DeclaredAccessibility == Accessibility.Public));

    // A candidate's code is compared with names alone: one name is all its methods.
    private static List<IMethodSymbol> AllHarmless(IEnumerable<IMethodSymbol> overloads) =>
        overloads.ToList() is var all && all.TrueForAll(IsHarmless) ? all : [];

    // Deconstruct gives away, and a constructor takes, every member: also a text, which a candidate must not read.
    private static bool IsHarmless(IMethodSymbol method) =>
        method.Parameters.All(parameter => SignatureTypes.Objection(parameter.Type) is null);
}
