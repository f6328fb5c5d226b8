using Microsoft.CodeAnalysis;

namespace FunSearch.Specifications.Reading;

/// <summary>Names as compiled code has them.</summary>
internal static class MetadataNames
{
    /// <param name="nestedBy"><c>+</c> as reflection joins nested types, <c>/</c> as <see cref="Specification.Nameable"/> does.</param>
    public static string Of(INamedTypeSymbol type, char nestedBy) => type switch
    {
        { ContainingType: { } outer } => $"{Of(outer, nestedBy)}{nestedBy}{type.MetadataName}",
        { ContainingNamespace.IsGlobalNamespace: true } => type.MetadataName,
        _ => $"{type.ContainingNamespace.ToDisplayString()}.{type.MetadataName}",
    };

    public static string Of(ISymbol member) => $"{Of(member.ContainingType.OriginalDefinition, '/')}::{member.MetadataName}";
}
