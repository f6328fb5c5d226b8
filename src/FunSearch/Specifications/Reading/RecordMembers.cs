using Microsoft.CodeAnalysis;

namespace FunSearch.Specifications.Reading;

/// <summary>A public property or field that a candidate may read.</summary>
/// <param name="CanBeSet">True when a <c>with</c> can replace it.</param>
internal sealed record RecordMember(ISymbol Symbol, ITypeSymbol Type, bool CanBeSet);

internal static class RecordMembers
{
    /// <summary>What a candidate may read of a record, inherited members first. Texts are left out: they name things, and a candidate
    /// that reads names learns answers by heart.</summary>
    public static IEnumerable<RecordMember> Readable(INamedTypeSymbol record) =>
        (record.BaseType is { IsRecord: true } parent ? Readable(parent) : [])
        .Concat(record.GetMembers().Where(member => member is { DeclaredAccessibility: Accessibility.Public, IsStatic: false }).SelectMany(Read))
        .Where(member => member.Type.SpecialType != SpecialType.System_String);

    private static IEnumerable<RecordMember> Read(ISymbol member) => member switch
    {
        IPropertySymbol { IsIndexer: false, GetMethod.DeclaredAccessibility: Accessibility.Public } property =>
            [new RecordMember(property, property.Type, property.SetMethod is { DeclaredAccessibility: Accessibility.Public })],
        IFieldSymbol { IsImplicitlyDeclared: false } field => [new RecordMember(field, field.Type, !field.IsReadOnly)],
        _ => [],
    };
}
