using FunSearch.Proposers.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Simplifying.Reductions;

/// <summary>Writes what a local function computes where it is called, if it computes it in one expression.</summary>
internal sealed class InlineFunction : IReduction
{
    public IEnumerable<BlockSyntax> Of(Draft draft) =>
        draft.Block.DescendantNodes().OfType<LocalFunctionStatementSyntax>().Select(function => Inlined(draft.Block, function)).OfType<BlockSyntax>();

    private static BlockSyntax? Inlined(BlockSyntax root, LocalFunctionStatementSyntax function)
    {
        var parameters = function.ParameterList.Parameters;
        var calls = Trees.Mentions(root, function.Identifier.Text).Select(mention => mention.Parent as InvocationExpressionSyntax).ToList();
        if (ValueOf(function) is not { } value || !calls.All(call => call?.ArgumentList.Arguments.Count == parameters.Count && !IsInAnother(call, calls)))
        {
            return null;
        }

        var applied = calls.ToDictionary(SyntaxNode (call) => call!, call => Applied(value, parameters, call!));
        return applied.Values.Any(each => each is null || Trees.GrowsTooMuch(applied.Keys, each))
            ? null
            : Trees.Without(root, function, applied.Keys, call => Trees.Enclosed(applied[call]!));
    }

    private static ExpressionSyntax? ValueOf(LocalFunctionStatementSyntax function) => function switch
    {
        { ExpressionBody.Expression: var value } => value.Bare(),
        { Body.Statements: [ReturnStatementSyntax { Expression: { } value }] } => value.Bare(),
        _ => null,
    };

    // One after the other: an argument that names a later parameter's namesake would be taken for it. Then the scores tell.
    private static ExpressionSyntax? Applied(ExpressionSyntax value, SeparatedSyntaxList<ParameterSyntax> parameters, InvocationExpressionSyntax call) =>
        parameters.Zip(call.ArgumentList.Arguments).Aggregate(
            (ExpressionSyntax?)value,
            (applied, pair) => applied is null ? null : Trees.Substitute(applied, pair.First.Identifier.Text, pair.Second.Expression.Bare()));

    // Only one of two calls, of which one is an argument of the other, can be replaced at a time.
    private static bool IsInAnother(InvocationExpressionSyntax call, IEnumerable<InvocationExpressionSyntax?> calls) =>
        call.Ancestors().Any(ancestor => calls.Contains(ancestor));
}
