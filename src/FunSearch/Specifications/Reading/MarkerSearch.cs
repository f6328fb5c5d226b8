using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Specifications.Reading;

/// <summary>Finds the markers of a compiled specification by their types, so that aliases and full names are found too.</summary>
internal sealed class MarkerSearch
{
    private readonly CSharpCompilation _compilation;
    private readonly SourceFiles _files;
    private readonly List<MarkedMethod> _methods = [];
    private readonly List<INamedTypeSymbol> _classes = [];
    private readonly List<Mistake> _mistakes = [];

    private MarkerSearch(CSharpCompilation compilation, SourceFiles files) => (_compilation, _files) = (compilation, files);

    /// <exception cref="SpecificationException">There is no marker, or there is no one class that holds them all.</exception>
    public static MarkedClass Find(CSharpCompilation compilation, SourceFiles files)
    {
        var search = new MarkerSearch(compilation, files);
        foreach (var tree in files.Trees)
        {
            search.Visit(tree);
        }

        return search.Result();
    }

    private void Visit(SyntaxTree tree)
    {
        var model = _compilation.GetSemanticModel(tree);
        foreach (var attribute in tree.GetRoot().DescendantNodes().OfType<AttributeSyntax>())
        {
            if (model.GetTypeInfo(attribute).Type is INamedTypeSymbol marker && Is(marker) && IsChosen(attribute, model))
            {
                Add(attribute, marker, model);
            }
        }
    }

    // A file that was named says which class is meant, where a project holds several; its parts may stand in other files.
    private bool IsChosen(AttributeSyntax attribute, SemanticModel model) =>
        _files.Chosen is not { } chosen || attribute.SyntaxTree.FilePath == chosen
        || (attribute.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>() is { } home
            && model.GetDeclaredSymbol(home)!.DeclaringSyntaxReferences.Any(part => part.SyntaxTree.FilePath == chosen));

    private void Add(AttributeSyntax attribute, INamedTypeSymbol marker, SemanticModel model)
    {
        switch (attribute.Parent?.Parent)
        {
            case MethodDeclarationSyntax syntax when model.GetDeclaredSymbol(syntax) is { } method:
                _methods.Add(new MarkedMethod(method, syntax, Data(method, attribute)));
                Add(method.ContainingType);
                break;
            case BaseTypeDeclarationSyntax syntax when model.GetDeclaredSymbol(syntax) is { } type:
                Add(type);
                break;
            default:
                _mistakes.Add(Place.Mistake(
                    attribute.GetLocation(),
                    $"[{marker.Name[..^nameof(Attribute).Length]}] stands on something that is not a method of the class. Move it to one."));
                break;
        }
    }

    private void Add(INamedTypeSymbol type)
    {
        if (!_classes.Contains(type, SymbolEqualityComparer.Default))
        {
            _classes.Add(type);
        }
    }

    private MarkedClass Result()
    {
        if (_classes.Count > 1)
        {
            var list = string.Join(", ", _classes.Select(type => $"{type.Name} (line {Place.Line(type.Locations[0])})"));
            _mistakes.Add(Place.Mistake(
                _classes[1].Locations[0], $"Markers stand in {_classes.Count} classes: {list}. One class must hold them all."));
        }
        else if (_classes.Count == 0 && _mistakes.Count == 0)
        {
            _mistakes.Add(new Mistake(
                Place.AsTyped(_files.Chosen ?? (_files.Trees.Count == 1 ? _files.Trees[0].FilePath : _files.Folder)), 0,
                "Nothing is marked. "
                + "A specification is a class that marks at least one method each with [Inputs(\"train\")], [Run] and [Evolve]."));
        }

        return _mistakes.Count == 0 ? Marked(_classes[0]) : throw new SpecificationException(_mistakes);
    }

    private MarkedClass Marked(INamedTypeSymbol type)
    {
        var attributes = type.GetAttributes();
        var variants = attributes.Where(data => data.AttributeClass!.Name == nameof(VariantsAttribute))
            .SelectMany(data => data.ConstructorArguments[0].Values).Select(value => (string?)value.Value ?? "");
        var known = attributes.Where(data => data.AttributeClass!.Name == nameof(KnownAttribute))
            .Select(data => (Known(data), Location(data)));
        return new MarkedClass(_compilation, type, _methods, [.. variants], [.. known]);
    }

    private static KnownFigure Known(AttributeData data)
    {
        var named = data.NamedArguments.ToDictionary(argument => argument.Key, argument => (string?)argument.Value.Value);
        return new KnownFigure(
            (string?)data.ConstructorArguments[0].Value ?? "",
            (double)data.ConstructorArguments[1].Value!,
            named.GetValueOrDefault(nameof(KnownAttribute.Variant)),
            named.GetValueOrDefault(nameof(KnownAttribute.Figure)),
            named.GetValueOrDefault(nameof(KnownAttribute.Group)),
            named.GetValueOrDefault(nameof(KnownAttribute.Source)));
    }

    private static bool Is(INamedTypeSymbol marker) => marker.ContainingAssembly.Name == typeof(EvolveAttribute).Assembly.GetName().Name;

    private static AttributeData Data(IMethodSymbol method, AttributeSyntax attribute) =>
        method.GetAttributes().Single(data => data.ApplicationSyntaxReference?.GetSyntax() == attribute);

    private static Location Location(AttributeData data) => data.ApplicationSyntaxReference!.GetSyntax().GetLocation();
}
