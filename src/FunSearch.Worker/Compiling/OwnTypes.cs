using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace FunSearch.Worker.Compiling;

/// <summary>Looks at what an image declares: one class, and what the compiler adds for lambdas, arrays and collections.
/// So nothing of a candidate outlives a call, and nothing of it runs before or after one.</summary>
internal static class OwnTypes
{
    private const string DataClass = "<PrivateImplementationDetails>";
    private const byte FieldSignature = (byte)SignatureKind.Field;

    /// <summary>What is declared that may not be, as a sentence; null when nothing is.</summary>
    public static string? Refuse(MetadataReader metadata)
    {
        if (metadata.GetTableRowCount(TableIndex.ImplMap) + metadata.GetTableRowCount(TableIndex.ModuleRef) > 0)
        {
            return "A candidate may not call native code.";
        }

        return metadata.TypeDefinitions.Select(handle => Refuse(metadata, handle)).FirstOrDefault(refusal => refusal is not null);
    }

    /// <summary>True for types with code that only the compiler wrote: constant data, and what stands behind a collection expression.</summary>
    public static bool IsCompilersCode(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        return type.GetDeclaringType() is { IsNil: false } around ? IsCompilersCode(metadata, around)
            : metadata.StringComparer.Equals(type.Name, DataClass) || metadata.StringComparer.StartsWith(type.Name, "<>z__");
    }

    /// <summary>True for a field of the candidate's own class: it holds a lifted literal, or the image is refused.</summary>
    public static bool IsLiteral(MetadataReader metadata, FieldDefinitionHandle field) => !IsCompilers(metadata, metadata.GetFieldDefinition(field).GetDeclaringType());

    /// <summary>Of no other type or name can the front end declare one.</summary>
    private static bool IsLiftedLiteral(MetadataReader metadata, FieldDefinition field) => field.Attributes == FieldAttributes.Public
        && metadata.StringComparer.StartsWith(field.Name, LiteralLifter.FieldPrefix)
        && metadata.GetBlobBytes(field.Signature) is [FieldSignature, (byte)SignatureTypeCode.Int32 or (byte)SignatureTypeCode.Double];

    private static string? Refuse(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        var name = metadata.GetString(type.Name);
        var isCompilers = IsCompilers(metadata, handle);
        if (!isCompilers && name != CandidateSource.ClassName)
        {
            return $"A candidate may not declare the type {name}.";
        }

        if (!isCompilers && type.GetFields().Any(field => metadata.GetFieldDefinition(field).Attributes.HasFlag(FieldAttributes.Static)))
        {
            return "A candidate may not have static fields: nothing outlives a call.";
        }

        if (!isCompilers && type.GetFields().Select(metadata.GetFieldDefinition).Any(field => !IsLiftedLiteral(metadata, field)))
        {
            return "A candidate may have no fields but those of its literals: nothing outlives a call.";
        }

        if ((type.Attributes & TypeAttributes.LayoutMask) == TypeAttributes.ExplicitLayout && !IsData(metadata, type))
        {
            return "A candidate may not lay out its own memory.";
        }

        foreach (var method in type.GetMethods().Select(metadata.GetMethodDefinition))
        {
            var isConstructor = metadata.StringComparer.Equals(method.Name, ".cctor") && !name.StartsWith("<>c", StringComparison.Ordinal);
            var isFinalizer = metadata.StringComparer.Equals(method.Name, "Finalize") && method.Attributes.HasFlag(MethodAttributes.Virtual);
            if (isConstructor || isFinalizer)
            {
                return "A candidate may not run code before or after its function: static constructors and finalizers are not allowed.";
            }
        }

        return null;
    }

    /// <summary>True for types that the compiler declared: no source can write their names.</summary>
    private static bool IsCompilers(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        return metadata.StringComparer.StartsWith(type.Name, "<")
            || (type.GetDeclaringType() is { IsNil: false } around ? IsCompilers(metadata, around) : IsEmbeddedAttribute(metadata, type));
    }

    /// <summary>An attribute that the compiler needs and the framework lacks: it declares it anew in each image.</summary>
    private static bool IsEmbeddedAttribute(MetadataReader metadata, TypeDefinition type) =>
        metadata.GetString(type.Namespace) is "Microsoft.CodeAnalysis" or "System.Runtime.CompilerServices";

    /// <summary>The shape of an array's initial values.</summary>
    private static bool IsData(MetadataReader metadata, TypeDefinition type) => type.GetDeclaringType() is { IsNil: false } around
        && metadata.StringComparer.Equals(metadata.GetTypeDefinition(around).Name, DataClass);
}
