using Microsoft.CodeAnalysis;

namespace FunSearch.Specifications.Reading.Checks;

/// <summary>Who plays which role: none, two, or one that cannot be reached.</summary>
internal static class RoleChecks
{
    public static IEnumerable<Mistake> Mistakes(MarkedClass specification) =>
        Count<EvolveAttribute>(specification, isNeeded: true)
            .Concat(Count<RunAttribute>(specification, isNeeded: true))
            .Concat(Count<ScoreAttribute>(specification, isNeeded: false))
            .Concat(Count<VerifyAttribute>(specification, isNeeded: false))
            .Concat(Count<PictureAttribute>(specification, isNeeded: false))
            .Concat(Count<DataAttribute>(specification, isNeeded: false))
            .Concat(Count<BeginAttribute>(specification, isNeeded: false))
            .Concat(specification.Of<BeginAttribute>().SelectMany(Beginning))
            .Concat(TwoRoles(specification))
            .Concat(specification.Methods.SelectMany(Reach))
            .Concat(ClassMistakes(specification.Symbol));

    private static IEnumerable<Mistake> Count<TMarker>(MarkedClass specification, bool isNeeded)
        where TMarker : Attribute
    {
        var methods = specification.Of<TMarker>();
        if (methods.Count > 1)
        {
            yield return methods[0].Mistake(
                $"{methods.Count} methods are marked {methods[0].MarkerText}: {Place.List(methods)}. "
                + $"Mark {(isNeeded ? "exactly" : "at most")} one.");
        }
        else if (methods.Count == 0 && isNeeded)
        {
            var marker = typeof(TMarker).Name[..^nameof(Attribute).Length];
            yield return Place.Mistake(
                specification.Location, $"No method of '{specification.Symbol.Name}' is marked [{marker}]. Mark exactly one.");
        }
    }

    private static IEnumerable<Mistake> TwoRoles(MarkedClass specification) =>
        from method in specification.Methods
        group method by method.Syntax into markers
        where markers.Count() > 1
        let texts = string.Join(" and ", markers.Select(method => method.MarkerText))
        select markers.First().Mistake(
            $"'{markers.First().Name}' is marked {texts}. A method has one role: write a method for each.");

    private static IEnumerable<Mistake> Reach(MarkedMethod method)
    {
        var isPublic = method.Symbol.DeclaredAccessibility == Accessibility.Public;
        var missing = (isPublic, method.Symbol.IsStatic) switch
        {
            (true, true) => null,
            (false, true) => "public",
            (true, false) => "static",
            (false, false) => "public and static",
        };
        if (missing is not null)
        {
            yield return method.Mistake(
                $"'{method.Name}' is marked {method.MarkerText} and is not {missing}. A marked method must be 'public static'.");
        }
    }

    private static IEnumerable<Mistake> Beginning(MarkedMethod method)
    {
        if (method.Symbol.Parameters.Length > 0 || !method.Symbol.ReturnsVoid || method.Symbol.IsAsync)
        {
            yield return method.Mistake($"{Signatures.AsItIs(method)} It must take () and return void: it is called before each program.");
        }
    }

    private static IEnumerable<Mistake> ClassMistakes(INamedTypeSymbol type)
    {
        if (!SignatureTypes.IsPublic(type))
        {
            yield return Place.Mistake(
                type.Locations[0], $"'{type.Name}' is not public. It must be, and what it stands in: candidates are compiled against it.");
        }

        for (var generic = type; generic is not null; generic = generic.ContainingType)
        {
            if (generic.TypeParameters.Length > 0)
            {
                yield return Place.Mistake(
                    generic.Locations[0], $"'{generic.Name}' is generic. The class of a specification, and what it stands in, must not be.");
            }
        }
    }
}
