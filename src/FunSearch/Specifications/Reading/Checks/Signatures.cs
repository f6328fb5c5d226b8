using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FunSearch.Specifications.Reading.Checks;

/// <summary>Compares what a marked method takes and returns with what it must.</summary>
internal static class Signatures
{
    /// <summary>True when a method takes exactly these, by value.</summary>
    public static bool Takes(MarkedMethod method, params ReadOnlySpan<ITypeSymbol> types)
    {
        var parameters = method.Symbol.Parameters;
        if (parameters.Length != types.Length)
        {
            return false;
        }

        for (var i = 0; i < types.Length; i++)
        {
            if (parameters[i].RefKind != RefKind.None || !SymbolEqualityComparer.Default.Equals(parameters[i].Type, types[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True for whatever can be read as <see cref="IEnumerable{T}"/> of the element: arrays, lists, iterators.</summary>
    public static bool IsSequenceOf(CSharpCompilation compilation, ITypeSymbol type, ITypeSymbol element) =>
        IsConvertible(compilation, type, compilation.GetSpecialType(SpecialType.System_Collections_Generic_IEnumerable_T).Construct(element));

    public static bool IsConvertible(CSharpCompilation compilation, ITypeSymbol from, ITypeSymbol to) =>
        compilation.ClassifyConversion(from, to) is { IsImplicit: true, IsUserDefined: false };

    /// <summary>As the source has them: <c>Instance instance, int seed</c>; empty when there are none.</summary>
    public static string Parameters(MarkedMethod method) =>
        string.Join(", ", method.Symbol.Parameters.Select(parameter =>
            $"{Reference(parameter.RefKind)}{SignatureTypes.Name(parameter.Type)} {parameter.Name}"));

    /// <summary>The first sentence about a method that takes or returns the wrong thing.</summary>
    public static string AsItIs(MarkedMethod method) =>
        $"'{method.Name}' is marked {method.MarkerText}, takes ({Parameters(method)}) "
        + $"and returns {SignatureTypes.Name(method.Symbol.ReturnType)}.";

    /// <summary>The name of a parameter where the method has one in this place, else a name for it.</summary>
    public static string NameAt(MarkedMethod method, int index, string otherwise) =>
        index < method.Symbol.Parameters.Length ? method.Symbol.Parameters[index].Name : otherwise;

    public static string WithArticle(string name) =>
        "aeiouAEIOU".Contains(name[0], StringComparison.Ordinal) ? $"an {name}" : $"a {name}";

    public static string Reference(RefKind kind) => kind switch
    {
        RefKind.Ref => "ref ",
        RefKind.Out => "out ",
        RefKind.In or RefKind.RefReadOnlyParameter => "in ",
        _ => "",
    };
}
