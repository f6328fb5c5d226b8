using System.Text;
using Microsoft.CodeAnalysis;

namespace FunSearch.Specifications.Reading;

/// <summary>Writes the code that looks for NaN in a result: it compares false with everything, and a search would hide in it.</summary>
internal sealed class NotANumber
{
    private readonly Dictionary<ITypeSymbol, string> _methods = new(SymbolEqualityComparer.Default);
    private readonly StringBuilder _code = new();

    /// <summary>The methods that the expressions call, as members of a class.</summary>
    public string Code => _code.ToString();

    /// <summary>A condition that is true when a value is or holds NaN; null when its type cannot.</summary>
    public string? Condition(ITypeSymbol type, string value) => type switch
    {
        { SpecialType: SpecialType.System_Double } => $"double.IsNaN({value})",
        { SpecialType: SpecialType.System_Single } => $"float.IsNaN({value})",
        IArrayTypeSymbol or INamedTypeSymbol { IsTupleType: true } or INamedTypeSymbol { IsRecord: true } when IsPossible(type, []) =>
            $"{Method(type)}({value})",
        _ => null,
    };

    private static bool IsPossible(ITypeSymbol type, HashSet<ITypeSymbol> seen) => type switch
    {
        { SpecialType: SpecialType.System_Double or SpecialType.System_Single } => true,
        IArrayTypeSymbol array => IsPossible(array.ElementType, seen),
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.Any(element => IsPossible(element.Type, seen)),
        INamedTypeSymbol { IsRecord: true } record =>
            seen.Add(record) && RecordMembers.Readable(record).Any(member => IsPossible(member.Type, seen)),
        _ => false,
    };

    private string Method(ITypeSymbol type)
    {
        if (!_methods.TryGetValue(type, out var name))
        {
            name = $"HoldsNaN{_methods.Count}";
            _methods.Add(type, $"{EvolvedStub.Support}.{name}");
            // The text comes first: writing it may add the methods that it calls.
            var text = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
            var unlessNull = type.IsValueType ? "" : "if (value is null) { return false; } ";
            var method = $"internal static bool {name}({text} value) {{ {unlessNull}{Search(type)} }}";
            _code.AppendLine(method);
        }

        return _methods[type];
    }

    private string Search(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array =>
            $"foreach (var item in value) {{ if ({Condition(array.ElementType, "item")}) {{ return true; }} }} return false;",
        INamedTypeSymbol { IsTupleType: true } tuple =>
            Any(tuple.TupleElements.Select((element, index) => Condition(element.Type, $"value.Item{index + 1}"))),
        _ => Any(RecordMembers.Readable((INamedTypeSymbol)type).Select(member => Condition(member.Type, $"value.@{member.Symbol.Name}"))),
    };

    private static string Any(IEnumerable<string?> conditions) => $"return {string.Join(" || ", conditions.OfType<string>())};";
}
