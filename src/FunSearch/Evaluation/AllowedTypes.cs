using System.Text.RegularExpressions;
using FunSearch.Worker.Compiling;

namespace FunSearch.Evaluation;

/// <summary>What a candidate may use of .NET, as short as a language model needs it: types alone, and of these only such as nobody would
/// take for granted.</summary>
internal static partial class AllowedTypes
{
    // What every program is made of, and what has a name only to be passed on.
    private static readonly string[] Plain =
    [
        "Double", "Single", "Decimal", "Int32", "UInt32", "Int64", "UInt64", "Int16", "UInt16", "Byte", "SByte", "Int128", "UInt128", "Boolean", "Char",
        "Object", "String", "Nullable", "ValueTuple", "TupleExtensions", "Func", "Action", "Comparison", "Predicate", "Converter", "Index", "Range",
        "MidpointRounding", "CollectionExtensions", "LinkedListNode", "KeyValuePair",
    ];

    /// <summary><c>Math, BitOperations, …, List, Dictionary, …</c>.</summary>
    public static string InShort { get; } = string.Join(", ", new AllowedLibrary().Describe()
        .Select(line => TypeName().Match(line))
        .Where(match => match.Success)
        .Select(match => match.Groups["name"].Value)
        .Where(name => !Plain.Contains(name) && !Interface().IsMatch(name))
        .Distinct()
        .Select(name => name == "Enumerable" ? "LINQ" : name));

    // A nested type is named after its own, and left out.
    [GeneratedRegex(@"^System\.(?:[A-Z]\w*\.)*(?<name>\w+)(?:<[^>]*>)?(?::|$)")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"^I[A-Z][a-z]")]
    private static partial Regex Interface();
}
