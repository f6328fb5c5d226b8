using FunSearch.Specifications.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Specifications.Exporting;

/// <summary>Collects what programs may name of a specification, with all that it needs in turn: the records of the evolved function's
/// signature and the <c>[Callable]</c> methods first.</summary>
internal sealed class SourceMembers
{
    private static readonly SymbolDisplayFormat FullName = new(
        SymbolDisplayGlobalNamespaceStyle.Omitted, SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    private readonly MarkedClass _specification;
    private readonly HashSet<ISymbol> _met = new(SymbolEqualityComparer.Default);
    private readonly Queue<ISymbol> _open = new();

    private SourceMembers(MarkedClass specification)
    {
        _specification = specification;

        // The class has its evolved function anyway.
        _met.Add(specification.Evolved!.Symbol);
    }

    /// <summary>Types first, as they are met, then everything else.</summary>
    public static IReadOnlyList<SourceMember> Of(MarkedClass specification)
    {
        var evolved = specification.Evolved!.Symbol;
        var types = NameableMembers.Records(evolved.Parameters.Select(parameter => parameter.Type).Append(evolved.ReturnType));
        var search = new SourceMembers(specification);
        foreach (var root in types.Concat<ISymbol>(specification.Of<CallableAttribute>().Select(method => method.Symbol)))
        {
            search.Meet(root);
        }

        return [.. search.Members()];
    }

    private IEnumerable<SourceMember> Members()
    {
        while (_open.TryDequeue(out var symbol))
        {
            foreach (var declaration in Declarations(symbol))
            {
                yield return Read(symbol, declaration);
            }
        }
    }

    private SourceMember Read(ISymbol symbol, MemberDeclarationSyntax declaration)
    {
        var model = _specification.Compilation.GetSemanticModel(declaration.SyntaxTree);
        var named = declaration.DescendantNodes(node => node is not AttributeListSyntax)
            .Where(node => node is SimpleNameSyntax or BaseObjectCreationExpressionSyntax)
            .Select(node => model.GetSymbolInfo(node).Symbol).OfType<ISymbol>()
            .Distinct(SymbolEqualityComparer.Default).ToList();
        var uses = named.Select(Owner).OfType<ISymbol>().Where(owner => !owner.Equals(symbol, SymbolEqualityComparer.Default))
            .Distinct(SymbolEqualityComparer.Default).ToList();
        uses.ForEach(Meet);
        return new SourceMember(
            symbol.Name,
            symbol.ContainingType?.ToDisplayString(FullName) ?? symbol.ContainingNamespace.ToDisplayString(FullName),
            MemberText.Of(declaration, _specification.Methods.FirstOrDefault(method => method.Syntax == declaration)),
            [.. uses.Select(use => use.Name)],
            [.. declaration.SyntaxTree.GetCompilationUnitRoot().DescendantNodes().OfType<UsingDirectiveSyntax>().Select(line => line.ToString())
                .Concat(Namespaces(symbol))],
            Marked(symbol) ?? named.Select(Obstacle).OfType<string>().FirstOrDefault());
    }

    private void Meet(ISymbol symbol)
    {
        if (_met.Add(symbol))
        {
            _open.Enqueue(symbol);
        }
    }

    /// <summary>The member or type that has to come along for a symbol to be there; null for what needs nothing of the specification.</summary>
    private ISymbol? Owner(ISymbol symbol)
    {
        var owner = symbol switch
        {
            IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction } => null,
            IMethodSymbol { AssociatedSymbol: { } property } => property.OriginalDefinition,
            IMethodSymbol method => (method.ReducedFrom ?? method).OriginalDefinition,
            IFieldSymbol or IPropertySymbol or IEventSymbol or INamedTypeSymbol => symbol.OriginalDefinition,
            _ => null,
        };
        while (owner?.ContainingType is { } outer && !IsHome(outer))
        {
            owner = outer;
        }

        return owner is null || owner.DeclaringSyntaxReferences.IsEmpty || (owner is INamedTypeSymbol type && IsHome(type)) ? null : owner;
    }

    // The specification's class, or one that it is nested in: their members become members of the exported class.
    private bool IsHome(INamedTypeSymbol type)
    {
        for (var home = _specification.Symbol; home is not null; home = home.ContainingType)
        {
            if (type.Equals(home, SymbolEqualityComparer.Default))
            {
                return true;
            }
        }

        return false;
    }

    private string? Marked(ISymbol symbol) =>
        _specification.Methods.FirstOrDefault(method => method.Symbol.Equals(symbol, SymbolEqualityComparer.Default)) is { } marked
        && (marked.Is<InputsAttribute>() || marked.Is<DataAttribute>())
            ? $"is marked {marked.MarkerText}: the inputs stay with the problem"
            : null;

    private static string? Obstacle(ISymbol symbol)
    {
        var type = symbol as INamedTypeSymbol ?? symbol.ContainingType;
        return type?.ContainingNamespace?.ToDisplayString() == "System.IO" ? $"uses {type.Name}: files stay with the problem" : null;
    }

    // What stands in a namespace names its neighbours, and those of the namespaces around it, without a using.
    private static IEnumerable<string> Namespaces(ISymbol symbol)
    {
        for (var space = symbol.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            yield return $"using {space.ToDisplayString(FullName)};";
        }
    }

    private static IEnumerable<MemberDeclarationSyntax> Declarations(ISymbol symbol) => symbol.DeclaringSyntaxReferences
        .Select(reference => reference.GetSyntax().FirstAncestorOrSelf<MemberDeclarationSyntax>()).OfType<MemberDeclarationSyntax>();
}
