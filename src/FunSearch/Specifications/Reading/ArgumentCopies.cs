using System.Text;
using Microsoft.CodeAnalysis;

namespace FunSearch.Specifications.Reading;

/// <summary>Writes the code that copies arguments: what a candidate writes into an array changes nothing for anybody.</summary>
internal sealed class ArgumentCopies
{
    private readonly Dictionary<ITypeSymbol, string> _methods = new(SymbolEqualityComparer.Default);
    private readonly StringBuilder _code = new();

    /// <summary>The methods that the expressions call, as members of a class.</summary>
    public string Code => _code.ToString();

    /// <summary>True when a value can be changed by somebody who was given it.</summary>
    public static bool AreNeeded(ITypeSymbol type) => AreNeeded(type, []);

    /// <summary>An expression for a copy of a value; for plain values the value itself.</summary>
    public string Expression(ITypeSymbol type, string value) => AreNeeded(type) ? $"{Method(type)}({value})" : value;

    private static bool AreNeeded(ITypeSymbol type, HashSet<ITypeSymbol> seen) => type switch
    {
        IArrayTypeSymbol => true,
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.Any(element => AreNeeded(element.Type, seen)),
        INamedTypeSymbol { IsRecord: true } record => seen.Add(record) && RecordMembers.Readable(record).Any(member =>
            AreNeeded(member.Type, seen) || (record.IsReferenceType && member is { Symbol: IFieldSymbol, CanBeSet: true })),
        _ => false,
    };

    private string Method(ITypeSymbol type)
    {
        if (!_methods.TryGetValue(type, out var name))
        {
            // Named before its body is written: a record may hold an array of its own kind.
            name = $"Copy{_methods.Count}";
            _methods.Add(type, $"{EvolvedStub.Support}.{name}");
            var text = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
            var unlessNull = type.IsValueType ? "" : "value is null ? null! : ";
            // The text comes first: writing it may add the methods that it calls.
            var method = $"internal static {text} {name}({text} value) => {unlessNull}{Copy(type, text)};";
            _code.AppendLine(method);
        }

        return _methods[type];
    }

    private string Copy(ITypeSymbol type, string text) => type switch
    {
        IArrayTypeSymbol { ElementType: var element } when AreNeeded(element) => $"global::System.Array.ConvertAll(value, {Method(element)})",
        IArrayTypeSymbol => $"({text})value.Clone()",
        INamedTypeSymbol { IsTupleType: true } tuple =>
            $"({string.Join(", ", tuple.TupleElements.Select((element, index) => Expression(element.Type, $"value.Item{index + 1}")))})",
        _ => $"value with {{ {string.Join(", ", Replaced((INamedTypeSymbol)type))} }}",
    };

    private IEnumerable<string> Replaced(INamedTypeSymbol record) =>
        RecordMembers.Readable(record).Where(member => AreNeeded(member.Type))
            .Select(member => $"@{member.Symbol.Name} = {Expression(member.Type, $"value.@{member.Symbol.Name}")}");
}
