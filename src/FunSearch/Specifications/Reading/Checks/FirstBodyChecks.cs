using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Specifications.Reading.Checks;

/// <summary>The first program is a candidate like any other: of the specification it may name only what a candidate may.</summary>
internal static class FirstBodyChecks
{
    public static IEnumerable<Mistake> Mistakes(MarkedClass specification)
    {
        if (specification.Evolved is not { } evolved)
        {
            yield break;
        }

        var model = specification.Compilation.GetSemanticModel(evolved.Syntax.SyntaxTree);
        var nameable = NameableMembers.Of(specification);
        var body = evolved.Syntax.Body ?? (SyntaxNode?)evolved.Syntax.ExpressionBody;
        foreach (var name in body?.DescendantNodes().OfType<SimpleNameSyntax>() ?? [])
        {
            if (model.GetSymbolInfo(name).Symbol is { } symbol && IsMember(symbol, specification) && !IsNameable(symbol, evolved, nameable))
            {
                yield return Place.Mistake(
                    name.GetLocation(),
                    $"The first program of '{evolved.Name}' names '{symbol.Name}', which a candidate cannot see. "
                    + (symbol is IMethodSymbol ? "Mark it [Callable]." : "Write its value into the body, or give it as a parameter."));
            }
        }
    }

    private static bool IsMember(ISymbol symbol, MarkedClass specification) =>
        symbol is IFieldSymbol or IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary }
        && symbol.ContainingType is { IsAnonymousType: false, IsTupleType: false }
        && SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, specification.Compilation.Assembly);

    // Calling itself is calling itself: in a candidate the name is the candidate's own.
    private static bool IsNameable(ISymbol symbol, MarkedMethod evolved, IReadOnlyList<string> nameable) =>
        SymbolEqualityComparer.Default.Equals(symbol, evolved.Symbol)
        || nameable.Contains(MetadataNames.Of(symbol.OriginalDefinition))
        || (symbol is IPropertySymbol property && new ISymbol?[] { property.GetMethod, property.SetMethod }.OfType<ISymbol>()
            .Any(accessor => nameable.Contains(MetadataNames.Of(accessor.OriginalDefinition))));
}
