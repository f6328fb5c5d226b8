using Microsoft.CodeAnalysis;

namespace FunSearch.Specifications.Reading.Checks;

/// <summary>Where inputs come from: <c>[Inputs]</c> and <c>[Data]</c>.</summary>
internal static class InputChecks
{
    public static IEnumerable<Mistake> Mistakes(MarkedClass specification)
    {
        var inputs = specification.Of<InputsAttribute>();
        return CountMistakes(specification, inputs)
            .Concat(inputs.SelectMany(UnknownSplit))
            .Concat(inputs.SelectMany(method => SignatureMistakes(specification, method, "string variant", isOptional: true)))
            .Concat(specification.Of<DataAttribute>()
                .SelectMany(method => SignatureMistakes(specification, method, "string path", isOptional: false)));
    }

    private static IEnumerable<Mistake> CountMistakes(MarkedClass specification, IReadOnlyList<MarkedMethod> inputs)
    {
        foreach (var split in SplitNaming.Words)
        {
            var methods = inputs.Where(method => method.Argument == split).ToList();
            if (methods.Count > 1)
            {
                yield return methods[0].Mistake(
                    $"{methods.Count} methods are marked {methods[0].MarkerText}: {Place.List(methods)}. Mark one for each split.");
            }
            else if (methods.Count == 0 && split == "train")
            {
                yield return Place.Mistake(
                    specification.Location,
                    $"No method of '{specification.Symbol.Name}' is marked [Inputs(\"train\")]. "
                    + "Mark exactly one: a search learns from its inputs.");
            }
        }
    }

    private static IEnumerable<Mistake> UnknownSplit(MarkedMethod method)
    {
        if (!SplitNaming.Words.Contains(method.Argument))
        {
            var meant = Nearest.To(method.Argument, SplitNaming.Words) is { } nearest ? $" Did you mean \"{nearest}\"?" : "";
            yield return method.Mistake(
                $"'{method.Name}' is marked {method.MarkerText}. A split is \"train\", \"validation\" or \"test\".{meant}");
        }
    }

    private static IEnumerable<Mistake> SignatureMistakes(MarkedClass specification, MarkedMethod method, string parameter, bool isOptional)
    {
        var element = specification.Input is { } input ? SignatureTypes.Name(input) : "Input";
        var right = $"public static IEnumerable<{element}> {method.Name}({parameter})";
        var parameters = method.Symbol.Parameters;
        if (!(parameters is [{ Type.SpecialType: SpecialType.System_String, RefKind: RefKind.None }] || (isOptional && parameters.Length == 0)))
        {
            var without = isOptional ? ", or without the parameter" : "";
            yield return method.Mistake(
                $"'{method.Name}' is marked {method.MarkerText} and takes ({Signatures.Parameters(method)}). It must be '{right}'{without}.");
        }

        if (specification.Input is { } expected && !Signatures.IsSequenceOf(specification.Compilation, method.Symbol.ReturnType, expected))
        {
            yield return method.Mistake(
                $"'{method.Name}' is marked {method.MarkerText} and returns {SignatureTypes.Name(method.Symbol.ReturnType)}. "
                + $"It must return IEnumerable<{element}>, because '{specification.Run!.Name}' takes {Signatures.WithArticle(element)}.");
        }
    }
}
