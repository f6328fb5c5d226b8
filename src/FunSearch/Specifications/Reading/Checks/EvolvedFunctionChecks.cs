using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Specifications.Reading.Checks;

/// <summary>Whether the method marked <c>[Evolve]</c> can be searched.</summary>
internal static class EvolvedFunctionChecks
{
    public static IEnumerable<Mistake> Mistakes(MarkedClass specification) => specification.Evolved is { } evolved
        ? FormMistakes(evolved)
            .Concat(OverloadMistakes(evolved))
            .Concat(evolved.Symbol.Parameters.SelectMany(parameter => ParameterMistakes(evolved, parameter)))
            .Concat(IsSpecialForm(evolved) ? [] : ResultMistakes(evolved))
        : [];

    private static IEnumerable<Mistake> FormMistakes(MarkedMethod evolved)
    {
        if (evolved.Symbol.IsGenericMethod)
        {
            yield return evolved.Mistake(
                $"'{evolved.Name}' is marked [Evolve] and is generic. It must not be: a candidate is called with fixed types.");
        }

        if (evolved.Symbol.IsAsync)
        {
            yield return evolved.Mistake(
                $"'{evolved.Name}' is marked [Evolve] and is async. "
                + "It must be an ordinary method: a candidate computes, and waits for nothing.");
        }

        if (IsIterator(evolved))
        {
            yield return evolved.Mistake(
                $"'{evolved.Name}' is marked [Evolve] and is an iterator. It must return its whole result, for instance an array.");
        }

        if (evolved.Syntax is { Body: null, ExpressionBody: null })
        {
            yield return evolved.Mistake(
                $"'{evolved.Name}' is marked [Evolve] and has no body. It must have one: it is the first program.");
        }
    }

    private static IEnumerable<Mistake> OverloadMistakes(MarkedMethod evolved)
    {
        var lines = evolved.Symbol.ContainingType.GetMembers(evolved.Name).Select(member => Place.Line(member.Locations[0])).Order().ToList();
        if (lines.Count > 1)
        {
            yield return evolved.Mistake(
                $"'{evolved.Name}' is marked [Evolve] and is overloaded (lines {string.Join(", ", lines)}). "
                + "Its name must be its own: rename the others.");
        }
    }

    private static IEnumerable<Mistake> ParameterMistakes(MarkedMethod evolved, IParameterSymbol parameter)
    {
        if (parameter.RefKind != RefKind.None)
        {
            yield return evolved.Mistake(
                $"'{evolved.Name}' is marked [Evolve] and takes '{Signatures.Reference(parameter.RefKind)}{parameter.Name}'. "
                + "It must take it by value: a candidate works on copies.");
        }
        else if (!SignatureTypes.IsSpan(parameter.Type) && parameter.Type.TypeKind != TypeKind.TypeParameter
            && SignatureTypes.Objection(parameter.Type) is { } objection)
        {
            yield return evolved.Mistake(
                $"'{evolved.Name}' is marked [Evolve] and takes '{SignatureTypes.Name(parameter.Type)} {parameter.Name}': {objection}. "
                + "A parameter must be a number, bool, an array, a ReadOnlySpan of numbers, a tuple or a public record of these.");
        }
    }

    private static IEnumerable<Mistake> ResultMistakes(MarkedMethod evolved)
    {
        var result = evolved.Symbol.ReturnType;
        var objection = evolved.Symbol.ReturnsVoid ? "that is no result"
            : evolved.Symbol.RefKind != RefKind.None ? "a reference is not supported"
            : SignatureTypes.Objection(result);
        if (objection is not null)
        {
            yield return evolved.Mistake(
                $"'{evolved.Name}' is marked [Evolve] and returns {SignatureTypes.Name(result)}: {objection}. "
                + "A result must be a number, bool, an array, a tuple or a public record of these.");
        }
    }

    private static bool IsSpecialForm(MarkedMethod evolved) =>
        evolved.Symbol.IsAsync || evolved.Symbol.ReturnType.TypeKind == TypeKind.TypeParameter || IsIterator(evolved);

    private static bool IsIterator(MarkedMethod evolved) => evolved.Syntax
        .DescendantNodes(node => node is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax))
        .OfType<YieldStatementSyntax>().Any();
}
