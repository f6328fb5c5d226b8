using System.Collections.Frozen;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using FunSearch.Worker.Running;

namespace FunSearch.Worker.Compiling;

/// <summary>The deciding wall: every type and member that an emitted image refers to must be its own, on the list, or named by the specification.
/// Whatever way the source found to name something, here it has its full name.</summary>
/// <param name="nameable">Members of the specification as <c>Type::Member</c> in metadata form.</param>
/// <param name="platform">Simple names of the framework's assemblies: only their types are meant by the list.</param>
/// <param name="headerTypes">Types that the function's own header names.</param>
internal sealed class ImageScan(
    AllowedLibrary library, IReadOnlyList<string> nameable, IReadOnlySet<string> platform, IReadOnlySet<string> headerTypes)
{
    private readonly FrozenSet<string> _nameable = nameable.ToFrozenSet();
    private readonly FrozenSet<string> _nameableTypes = nameable.Select(member => member.Split("::")[0]).ToFrozenSet();

    /// <summary>What the image may not contain, as a sentence; null when it contains nothing of the kind.</summary>
    public string? Refuse(byte[] image)
    {
        try
        {
            return RefuseContent(image);
        }
        catch (BadImageFormatException damage)
        {
            return $"The compiled program cannot be read, so nobody knows what it uses: {damage.Message}";
        }
    }

    /// <summary>Full names of the types that an image refers to.</summary>
    public static FrozenSet<string> TypesIn(byte[] image)
    {
        using var file = new PEReader(new MemoryStream(image));
        var metadata = file.GetMetadataReader();
        var names = new SymbolNames(metadata);
        return metadata.TypeReferences.Select(names.OfType).ToFrozenSet();
    }

    /// <exception cref="BadImageFormatException">It is damaged.</exception>
    private string? RefuseContent(byte[] image)
    {
        using var file = new PEReader(new MemoryStream(image));
        var metadata = file.GetMetadataReader();
        var names = new SymbolNames(metadata);
        return RefuseMembers(metadata, names, out var apart)
            ?? RefuseTypes(metadata, names)
            ?? (new PointerSearch(metadata).IsInAnySignature() ? NotOnTheList("A pointer") : null)
            ?? OwnTypes.Refuse(metadata)
            ?? RefuseCode(file, metadata, names, apart);
    }

    /// <param name="apart">Members that only code of the compiler's own may use.</param>
    private string? RefuseMembers(MetadataReader metadata, SymbolNames names, out HashSet<EntityHandle> apart)
    {
        apart = [];
        foreach (var handle in metadata.MemberReferences)
        {
            var reference = metadata.GetMemberReference(handle);
            if (names.IsOwn(reference.Parent) || names.IsArray(reference.Parent))
            {
                continue;
            }

            var type = names.OfType(reference.Parent);
            var member = metadata.GetString(reference.Name);
            if (IsWoven(names, reference.Parent) && FuelWeaver.Woven.Contains(member))
            {
                continue;
            }

            var isPlatform = platform.Contains(names.AssemblyOf(reference.Parent));
            if ((isPlatform && library.Allows(type, member)) || _nameable.Contains($"{type}::{member}"))
            {
                continue;
            }

            if (!isPlatform || !library.AllowsInCompilersCode(type, member))
            {
                return NotOnTheList(SymbolNames.InSource(type, member));
            }

            apart.Add(handle);
        }

        return null;
    }

    private string? RefuseTypes(MetadataReader metadata, SymbolNames names)
    {
        foreach (var handle in metadata.TypeReferences)
        {
            var type = names.OfType(handle);
            var isListed = platform.Contains(names.AssemblyOf(handle)) && library.Allows(type);
            if (!isListed && !_nameableTypes.Contains(type) && !headerTypes.Contains(type) && !IsAround(type)
                && !IsWoven(names, handle))
            {
                return NotOnTheList(SymbolNames.InSource(type));
            }
        }

        return null;
    }

    // The weaver's calls: no source reaches it, for its assembly has no name there.
    private static bool IsWoven(SymbolNames names, EntityHandle type) =>
        names.OfType(type) == typeof(Fuel).FullName && names.AssemblyOf(type) == typeof(Fuel).Assembly.GetName().Name;

    // A nested type's reference brings that of the type around it, which then can be named but not used.
    private bool IsAround(string type) => _nameableTypes.Any(inner => inner.StartsWith(type + "/", StringComparison.Ordinal));

    private static string? RefuseCode(PEReader file, MetadataReader metadata, SymbolNames names, HashSet<EntityHandle> apart)
    {
        foreach (var handle in metadata.MethodDefinitions)
        {
            var method = metadata.GetMethodDefinition(handle);
            if (method.RelativeVirtualAddress == 0)
            {
                continue;
            }

            var isCompilers = OwnTypes.IsCompilersCode(metadata, method.GetDeclaringType());
            foreach (var (instruction, operand) in Instructions.Of(file.GetMethodBody(method.RelativeVirtualAddress)))
            {
                if (Instructions.Refused.Contains(instruction) || (instruction == ILOpCode.Ldtoken && operand.Kind != HandleKind.FieldDefinition))
                {
                    return NotOnTheList($"The instruction {instruction.ToString().ToLowerInvariant()}");
                }

                if (operand.Kind == HandleKind.FieldDefinition && instruction != ILOpCode.Ldfld && OwnTypes.IsLiteral(metadata, (FieldDefinitionHandle)operand))
                {
                    return "A candidate may not change its literals: nothing outlives a call.";
                }

                var member = operand.Kind == HandleKind.MethodSpecification
                    ? metadata.GetMethodSpecification((MethodSpecificationHandle)operand).Method
                    : operand;
                if (!isCompilers && apart.Contains(member))
                {
                    var reference = metadata.GetMemberReference((MemberReferenceHandle)member);
                    return NotOnTheList(SymbolNames.InSource(names.OfType(reference.Parent), metadata.GetString(reference.Name)));
                }
            }
        }

        return null;
    }

    /// <summary>The sentence for a symbol, given as source would write it, with the allowed way where there is one.</summary>
    public static string NotOnTheList(string symbol) =>
        $"{symbol} is not on the list of what a candidate may use.{(AllowedWay.Of(symbol) is { } way ? $" {way}." : "")}";
}
