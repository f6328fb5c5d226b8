using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FunSearch.Specifications.Reading;

/// <summary>The class of a specification and what is marked in it. Not yet checked: there may be none or two of anything.</summary>
/// <param name="Methods">In the order of the source.</param>
/// <param name="Known">With the place of each, for mistakes.</param>
internal sealed record MarkedClass(
    CSharpCompilation Compilation,
    INamedTypeSymbol Symbol,
    IReadOnlyList<MarkedMethod> Methods,
    IReadOnlyList<string> Variants,
    IReadOnlyList<(KnownFigure Figure, Location Location)> Known)
{
    public Location Location => Symbol.Locations[0];

    /// <summary>The evolved function, when exactly one is marked.</summary>
    public MarkedMethod? Evolved => Only<EvolveAttribute>();

    /// <summary>The method that makes solutions, when exactly one is marked and takes one input.</summary>
    public MarkedMethod? Run => Only<RunAttribute>() is { Symbol.Parameters.Length: 1 } run ? run : null;

    /// <summary>What an input is: what <see cref="Run"/> takes.</summary>
    public ITypeSymbol? Input => Run?.Symbol.Parameters[0].Type;

    /// <summary>What a solution is: what <see cref="Run"/> returns.</summary>
    public ITypeSymbol? Solution => Run?.Symbol.ReturnType;

    public IReadOnlyList<MarkedMethod> Of<TMarker>()
        where TMarker : Attribute => [.. Methods.Where(method => method.Is<TMarker>())];

    private MarkedMethod? Only<TMarker>()
        where TMarker : Attribute => Of<TMarker>() is [var only] ? only : null;
}
