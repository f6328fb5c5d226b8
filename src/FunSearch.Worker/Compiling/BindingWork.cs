using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Worker.Compiling;

/// <summary>Bounds what a short text can make the compiler do: lambdas inside each other and patterns over many values.</summary>
internal sealed class BindingWork
{
    /// <summary>Lambdas inside each other: one is bound once for each overload it might be meant for, so the work multiplies.</summary>
    public const int MaximumLambdaDepth = 2;

    private const int MaximumInnerLambdas = 16;

    // The compiler builds one decision graph of all arms, which can double with each value that is tested.
    private const int MaximumPatternWidth = 4;
    private const int MaximumSubpatterns = 64;

    private int _innerLambdas;
    private int _subpatterns;

    /// <param name="lambdas">How many lambdas the node stands in, itself included.</param>
    /// <returns>What is too much, as a sentence without its full stop; null when nothing is.</returns>
    public string? Refuse(SyntaxNode node, int lambdas)
    {
        _innerLambdas += node is LambdaExpressionSyntax && lambdas > 1 ? 1 : 0;
        _subpatterns += node is SubpatternSyntax ? 1 : 0;
        return node switch
        {
            LambdaExpressionSyntax when lambdas > MaximumLambdaDepth =>
                $"At most {MaximumLambdaDepth} lambdas may stand inside each other; use a local function",
            LambdaExpressionSyntax when _innerLambdas > MaximumInnerLambdas =>
                $"At most {MaximumInnerLambdas} lambdas may stand inside others; use a local function",
            PositionalPatternClauseSyntax { Subpatterns.Count: > MaximumPatternWidth } =>
                $"A pattern may have at most {MaximumPatternWidth} parts; use if",
            SubpatternSyntax when _subpatterns > MaximumSubpatterns =>
                $"All patterns together may have at most {MaximumSubpatterns} parts; use if",
            _ => null,
        };
    }
}
