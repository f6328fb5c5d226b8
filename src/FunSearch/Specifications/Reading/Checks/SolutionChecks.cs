using Microsoft.CodeAnalysis;

namespace FunSearch.Specifications.Reading.Checks;

/// <summary>From an input to a solution to what is told of it: <c>[Run]</c>, <c>[Score]</c>, <c>[Verify]</c>, <c>[Picture]</c>, <c>[Figure]</c>.</summary>
internal static class SolutionChecks
{
    public static IEnumerable<Mistake> Mistakes(MarkedClass specification)
    {
        var mistakes = specification.Of<RunAttribute>().SelectMany(run => RunMistakes(specification, run));
        return specification is { Input: { } input, Solution: { SpecialType: not SpecialType.System_Void } solution }
            ? mistakes
                .Concat(specification.Of<ScoreAttribute>().SelectMany(score => ScoreMistakes(score, input, solution)))
                .Concat(specification.Of<VerifyAttribute>().SelectMany(verify => VerifyMistakes(specification, verify, input, solution)))
                .Concat(specification.Of<PictureAttribute>().SelectMany(picture => PictureMistakes(picture, input, solution)))
                .Concat(specification.Of<FigureAttribute>().SelectMany(figure => FigureMistakes(specification, figure, input, solution)))
            : mistakes;
    }

    private static IEnumerable<Mistake> RunMistakes(MarkedClass specification, MarkedMethod run)
    {
        if (run.Symbol.Parameters is not [{ RefKind: RefKind.None }] || run.Symbol.IsGenericMethod)
        {
            var generic = run.Symbol.IsGenericMethod ? "is generic and " : "";
            yield return run.Mistake(
                $"'{run.Name}' is marked [Run] and {generic}takes ({Signatures.Parameters(run)}). It must take one input, and nothing else.");
        }

        var scores = specification.Of<ScoreAttribute>();
        if (run.Symbol.ReturnsVoid)
        {
            yield return run.Mistake($"'{run.Name}' is marked [Run] and returns nothing. It must return a solution, or a score.");
        }
        else if (scores.Count == 0 && !SignatureTypes.IsNumber(run.Symbol.ReturnType))
        {
            var solution = SignatureTypes.Name(run.Symbol.ReturnType);
            yield return run.Mistake(
                $"'{run.Name}' is marked [Run] and returns {Signatures.WithArticle(solution)}, which nothing scores. "
                + "Mark a method (input, solution) with [Score], or return a number.");
        }

        if (run.Minimise && scores.Count > 0)
        {
            yield return run.Mistake(
                $"'{run.Name}' sets Minimise on [Run], where it is not read because '{scores[0].Name}' is marked [Score]. "
                + "Write [Score(Minimise = true)] instead.");
        }
    }

    private static IEnumerable<Mistake> ScoreMistakes(MarkedMethod score, ITypeSymbol input, ITypeSymbol solution)
    {
        if (!Signatures.Takes(score, input, solution) || !SignatureTypes.IsNumber(score.Symbol.ReturnType))
        {
            yield return Wrong(score, $"public static double {score.Name}({InputAndSolution(score, input, solution)})");
        }
    }

    private static IEnumerable<Mistake> VerifyMistakes(
        MarkedClass specification, MarkedMethod verify, ITypeSymbol input, ITypeSymbol solution)
    {
        var text = specification.Compilation.GetSpecialType(SpecialType.System_String);
        if (!Signatures.Takes(verify, input, solution)
            || !Signatures.IsSequenceOf(specification.Compilation, verify.Symbol.ReturnType, text))
        {
            yield return Wrong(verify, $"public static IEnumerable<string> {verify.Name}({InputAndSolution(verify, input, solution)})");
        }
    }

    private static IEnumerable<Mistake> PictureMistakes(MarkedMethod picture, ITypeSymbol input, ITypeSymbol solution)
    {
        if (!Signatures.Takes(picture, input, solution) || picture.Symbol.ReturnType.SpecialType != SpecialType.System_String)
        {
            yield return Wrong(picture, $"public static string {picture.Name}({InputAndSolution(picture, input, solution)})");
        }
    }

    private static IEnumerable<Mistake> FigureMistakes(
        MarkedClass specification, MarkedMethod figure, ITypeSymbol input, ITypeSymbol solution)
    {
        var compilation = specification.Compilation;
        var group = compilation.GetSpecialType(SpecialType.System_Collections_Generic_IReadOnlyList_T)
            .Construct(compilation.CreateTupleTypeSymbol([input, solution], ["Input", "Solution"]));
        if (figure.Symbol.Parameters is not [{ RefKind: RefKind.None } only]
            || !Signatures.IsConvertible(compilation, group, only.Type)
            || !SignatureTypes.IsNumber(figure.Symbol.ReturnType))
        {
            yield return Wrong(figure, $"public static double {figure.Name}({SignatureTypes.Name(group)} {Signatures.NameAt(figure, 0, "group")})");
        }
    }

    private static Mistake Wrong(MarkedMethod method, string right) =>
        method.Mistake($"{Signatures.AsItIs(method)} It must be '{right}'.");

    private static string InputAndSolution(MarkedMethod method, ITypeSymbol input, ITypeSymbol solution) =>
        $"{SignatureTypes.Name(input)} {Signatures.NameAt(method, 0, "input")}, "
        + $"{SignatureTypes.Name(solution)} {Signatures.NameAt(method, 1, "solution")}";
}
