using Microsoft.CodeAnalysis;

namespace FunSearch.Specifications.Reading;

/// <summary>Which types the evolved function may take and return.</summary>
internal static class SignatureTypes
{
    /// <summary>Names without namespaces and containing types, for sentences and for signatures in them.</summary>
    private static readonly SymbolDisplayFormat Short = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithMiscellaneousOptions(
            SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static string Name(ITypeSymbol type) => type.ToDisplayString(Short);

    public static bool IsNumber(ITypeSymbol type) =>
        type.SpecialType is (>= SpecialType.System_SByte and <= SpecialType.System_UInt64)
            or SpecialType.System_Decimal or SpecialType.System_Single or SpecialType.System_Double;

    public static bool IsSpan(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "ReadOnlySpan", ContainingNamespace.Name: "System", TypeArguments: [var element] } && IsNumber(element);

    public static bool IsRecord(ITypeSymbol type) => type is INamedTypeSymbol { IsRecord: true };

    /// <summary>Why a value of this type cannot be in the signature, as the end of a sentence; null when it can.</summary>
    public static string? Objection(ITypeSymbol type) => Objection(type, []);

    private static string? Objection(ITypeSymbol type, HashSet<ITypeSymbol> seen)
    {
        if (type.IsReferenceType && type.NullableAnnotation == NullableAnnotation.Annotated)
        {
            return $"'{Name(type)}' may be null";
        }

        switch (type)
        {
            case { SpecialType: SpecialType.System_Boolean }:
            case var number when IsNumber(number):
                return null;
            case IArrayTypeSymbol { IsSZArray: false, ElementType: var element } when ArgumentCopies.AreNeeded(element):
                return $"'{Name(type)}' has several dimensions of elements that are no plain values";
            case IArrayTypeSymbol array:
                return Objection(array.ElementType, seen);
            case INamedTypeSymbol { IsTupleType: true } tuple:
                return tuple.TupleElements.Select(element => Objection(element.Type, seen)).FirstOrDefault(objection => objection is not null);
            case INamedTypeSymbol { IsRecord: true } record:
                return seen.Add(record) ? RecordObjection(record, seen) : null;
            default:
                return $"'{Name(type)}' is not supported";
        }
    }

    private static string? RecordObjection(INamedTypeSymbol record, HashSet<ITypeSymbol> seen)
    {
        if (!IsPublic(record))
        {
            return $"'{Name(record)}' is not public";
        }

        foreach (var member in RecordMembers.Readable(record))
        {
            if (Objection(member.Type, seen) is { } objection)
            {
                return $"in '{Name(record)}.{member.Symbol.Name}' {objection}";
            }

            if (!member.CanBeSet && ArgumentCopies.AreNeeded(member.Type))
            {
                return $"'{Name(record)}.{member.Symbol.Name}' holds an array and cannot be set when the record is copied: give it an 'init'";
            }
        }

        return null;
    }

    /// <summary>True when code outside the specification can name it.</summary>
    public static bool IsPublic(ISymbol symbol) =>
        symbol.DeclaredAccessibility == Accessibility.Public && (symbol.ContainingType is null || IsPublic(symbol.ContainingType));
}
