using FunSearch.Proposers.Syntax.Operators;
using FunSearch.Proposers.Syntax.Templates;

namespace FunSearch.Proposers.Syntax;

/// <summary>Every operator there is. A new one is a file in <c>Operators</c> and a line here.</summary>
internal static class Repertoire
{
    private static readonly IReadOnlyList<ITemplate> Templates =
    [
        new Ladder(),
        new WeightedLadder(),
        new Distance(),
        new PowerRatio(),
        new Hinge(),
        new ElementCount(),
        new PairCount(),
        new PlaceWeights(),
        new ModularSum(),
        new CountByPairs(),
        new Summary(),
        new Switch(),
    ];

    /// <param name="result">The kind that the evolved function returns.</param>
    public static IReadOnlyList<IOperator> For(Kind result, bool withTemplates) =>
    [
        new ChangeLiteral(),
        new ChangeOperator(),
        new ReplaceExpression(),
        new AddTerm(),
        new WrapInFunction(),
        new InsertBranch(result),
        new MakeConditional(),
        new DuplicateWithChange(),
        new DeleteStatement(),
        new DeleteTerm(),
        new SwapStatements(),
        new CrossExpression(),
        new CrossStatement(),
        new Transplant(),
        new AddStep(),
        new ExchangeName(),
        new Hoist(),
        .. withTemplates ? Templates.Select(template => new AttachTemplate(template)) : [],
    ];
}
