using System.Reflection.Metadata;
using System.Text.RegularExpressions;

namespace FunSearch.Worker.Compiling;

/// <summary>Full names of what an image refers to. Nested types are joined by <c>/</c>, generic ones carry their arity.</summary>
internal sealed partial class SymbolNames(MetadataReader metadata)
{
    /// <summary>As a person would write it: <c>System.IO.File.ReadAllText</c>, <c>new System.Random</c>.</summary>
    public static string InSource(string type, string member = "")
    {
        var name = Arity().Replace(type, "").Replace('/', '.');
        return member switch
        {
            "" => name,
            ".ctor" => $"new {name}",
            _ when member.StartsWith("get_", StringComparison.Ordinal) || member.StartsWith("set_", StringComparison.Ordinal) => $"{name}.{member[4..]}",
            _ => $"{name}.{member}",
        };
    }

    /// <summary>The name of a type reference, or of the generic type behind a constructed one.</summary>
    public string OfType(EntityHandle type)
    {
        var reference = metadata.GetTypeReference((TypeReferenceHandle)GenericType(type));
        var name = metadata.GetString(reference.Name);
        return reference.ResolutionScope.Kind == HandleKind.TypeReference ? $"{OfType(reference.ResolutionScope)}/{name}"
            : reference.Namespace.IsNil ? name
            : $"{metadata.GetString(reference.Namespace)}.{name}";
    }

    public string OfType(TypeReferenceHandle type) => OfType((EntityHandle)type);

    /// <summary>The simple name of the assembly that a type comes from.</summary>
    public string AssemblyOf(EntityHandle type)
    {
        var scope = metadata.GetTypeReference((TypeReferenceHandle)GenericType(type)).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.TypeReference => AssemblyOf(scope),
            HandleKind.AssemblyReference => metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)scope).Name),
            _ => "",
        };
    }

    /// <summary>True for types of the image itself.</summary>
    public bool IsOwn(EntityHandle type) => type.Kind is HandleKind.TypeDefinition or HandleKind.MethodDefinition
        || type.Kind == HandleKind.TypeSpecification && !IsArray(type) && GenericType(type).Kind == HandleKind.TypeDefinition;

    /// <summary>True for arrays of several dimensions, whose members the runtime makes.</summary>
    public bool IsArray(EntityHandle type) =>
        type.Kind == HandleKind.TypeSpecification && Signature(type).ReadSignatureTypeCode() == SignatureTypeCode.Array;

    private EntityHandle GenericType(EntityHandle type)
    {
        if (type.Kind != HandleKind.TypeSpecification)
        {
            return type;
        }

        var signature = Signature(type);
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
        {
            throw new BadImageFormatException("A member's type is neither a class, a generic class nor an array.");
        }

        signature.ReadSignatureTypeCode();
        return signature.ReadTypeHandle();
    }

    private BlobReader Signature(EntityHandle type) =>
        metadata.GetBlobReader(metadata.GetTypeSpecification((TypeSpecificationHandle)type).Signature);

    [GeneratedRegex("`[0-9]+")]
    private static partial Regex Arity();
}
