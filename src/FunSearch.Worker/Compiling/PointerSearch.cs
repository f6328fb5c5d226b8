using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace FunSearch.Worker.Compiling;

/// <summary>Looks for pointers in the types of fields, parameters, variables and type arguments. A decoded type is true when it has one.</summary>
internal sealed class PointerSearch(MetadataReader metadata) : ISignatureTypeProvider<bool, object?>
{
    // What a candidate calls is judged by its name: the framework's own constructors for constant data take pointers.
    public bool IsInAnySignature()
    {
        var fields = metadata.FieldDefinitions.Select(metadata.GetFieldDefinition);
        var methods = metadata.MethodDefinitions.Select(metadata.GetMethodDefinition);
        return fields.Any(field => field.DecodeSignature(this, null))
            || methods.Any(method => IsIn(method.DecodeSignature(this, null)))
            || Rows<StandaloneSignatureHandle>(TableIndex.StandAloneSig, MetadataTokens.StandaloneSignatureHandle).Any(IsIn)
            || Rows<TypeSpecificationHandle>(TableIndex.TypeSpec, MetadataTokens.TypeSpecificationHandle)
                .Any(type => metadata.GetTypeSpecification(type).DecodeSignature(this, null))
            || Rows<MethodSpecificationHandle>(TableIndex.MethodSpec, MetadataTokens.MethodSpecificationHandle)
                .Any(method => metadata.GetMethodSpecification(method).DecodeSignature(this, null).Any(argument => argument));
    }

    public bool GetPointerType(bool elementType) => true;

    public bool GetFunctionPointerType(MethodSignature<bool> signature) => true;

    public bool GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode == PrimitiveTypeCode.TypedReference;

    public bool GetGenericInstantiation(bool genericType, ImmutableArray<bool> typeArguments) => typeArguments.Any(argument => argument);

    public bool GetArrayType(bool elementType, ArrayShape shape) => elementType;

    public bool GetByReferenceType(bool elementType) => elementType;

    public bool GetPinnedType(bool elementType) => elementType;

    public bool GetSZArrayType(bool elementType) => elementType;

    public bool GetModifiedType(bool modifier, bool unmodifiedType, bool isRequired) => unmodifiedType;

    public bool GetGenericMethodParameter(object? genericContext, int index) => false;

    public bool GetGenericTypeParameter(object? genericContext, int index) => false;

    public bool GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => false;

    public bool GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => false;

    public bool GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    // A signature of a method that stands alone belongs to a call through a pointer.
    private bool IsIn(StandaloneSignatureHandle handle)
    {
        var signature = metadata.GetStandaloneSignature(handle);
        return signature.GetKind() != StandaloneSignatureKind.LocalVariables || signature.DecodeLocalSignature(this, null).Any(local => local);
    }

    private static bool IsIn(MethodSignature<bool> method) => method.ReturnType || method.ParameterTypes.Any(parameter => parameter);

    private IEnumerable<THandle> Rows<THandle>(TableIndex table, Func<int, THandle> handle) =>
        Enumerable.Range(1, metadata.GetTableRowCount(table)).Select(handle);
}
