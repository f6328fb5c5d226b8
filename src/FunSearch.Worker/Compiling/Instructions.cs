using System.Collections.Frozen;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace FunSearch.Worker.Compiling;

/// <summary>Reads the instructions of a method.</summary>
internal static class Instructions
{
    /// <summary>What calls through a bare address or touches memory that is no object: no source that passes the walls leads to it.</summary>
    public static readonly FrozenSet<ILOpCode> Refused = FrozenSet.Create(
        ILOpCode.Calli, ILOpCode.Localloc, ILOpCode.Cpblk, ILOpCode.Initblk, ILOpCode.Jmp, ILOpCode.Arglist, ILOpCode.Mkrefany, ILOpCode.Refanyval,
        ILOpCode.Refanytype);

    private static readonly FrozenDictionary<ILOpCode, OperandType> Operands = typeof(OpCodes).GetFields()
        .Select(field => field.GetValue(null)).OfType<OpCode>()
        .ToFrozenDictionary(code => (ILOpCode)(ushort)code.Value, code => code.OperandType);

    /// <summary>The instructions in order, each with what it refers to; the empty handle when it refers to nothing.</summary>
    public static IEnumerable<(ILOpCode Code, EntityHandle Operand)> Of(MethodBodyBlock body)
    {
        var code = body.GetILReader();
        while (code.RemainingBytes > 0)
        {
            var first = code.ReadByte();
            var instruction = (ILOpCode)(first == 0xFE ? 0xFE00 | code.ReadByte() : first);
            yield return (instruction, ReadOperand(ref code, Operands[instruction]));
        }
    }

    private static EntityHandle ReadOperand(ref BlobReader code, OperandType type)
    {
        switch (type)
        {
            case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineSig or OperandType.InlineTok or OperandType.InlineType:
                return MetadataTokens.EntityHandle(code.ReadInt32());
            case OperandType.InlineSwitch:
                var targets = code.ReadInt32();
                code.Offset += 4 * targets;
                return default;
            default:
                code.Offset += Size(type);
                return default;
        }
    }

    private static int Size(OperandType type) => type switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };
}
