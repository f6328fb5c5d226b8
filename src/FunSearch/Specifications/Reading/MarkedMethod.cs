using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Specifications.Reading;

/// <summary>A method of a specification with one of its markers.</summary>
internal sealed record MarkedMethod(IMethodSymbol Symbol, MethodDeclarationSyntax Syntax, AttributeData Marker)
{
    public string Name => Symbol.Name;

    public Location Location => Syntax.Identifier.GetLocation();

    /// <summary>The marker's argument: a split, or the name of a baseline or figure.</summary>
    public string Argument => (string?)Marker.ConstructorArguments[0].Value ?? "";

    public bool Minimise => Marker.NamedArguments.Any(argument => argument is { Key: nameof(RunAttribute.Minimise), Value.Value: true });

    /// <summary>As it is written: <c>[Evolve]</c>, <c>[Inputs("train")]</c>.</summary>
    public string MarkerText => Marker.ConstructorArguments.Length == 0 ? $"[{MarkerName}]" : $"[{MarkerName}(\"{Argument}\")]";

    public bool Is<TMarker>()
        where TMarker : Attribute => Marker.AttributeClass!.Name == typeof(TMarker).Name;

    public Mistake Mistake(string sentence) => Place.Mistake(Location, sentence);

    private string MarkerName => Marker.AttributeClass!.Name[..^nameof(Attribute).Length];
}
