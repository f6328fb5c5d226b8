using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax.Operators;

/// <summary>Keeps one side of a sum, a product, a condition or a choice, or what a function is applied to.</summary>
internal sealed class DeleteTerm : IOperator
{
    public string Name => "delete term";

    public double Weight => 1;

    public BlockSyntax? Apply(Edit edit)
    {
        var changes = edit.FreePlaces
            .SelectMany(place => Parts(place.Node).Where(part => place.Takes(edit.Parent.Typing.KindOf(part))).Select(part => (place.Node, Part: part)))
            .ToList();
        if (changes.Count == 0)
        {
            return null;
        }

        var (node, part) = edit.Random.Pick(changes);
        return edit.Replace(node, part);
    }

    private static IEnumerable<ExpressionSyntax> Parts(ExpressionSyntax node) => node switch
    {
        BinaryExpressionSyntax binary => [binary.Left, binary.Right],
        ConditionalExpressionSyntax choice => [choice.WhenTrue, choice.WhenFalse],
        PrefixUnaryExpressionSyntax prefix => [prefix.Operand],
        InvocationExpressionSyntax call when MathFunctions.Of(call) is not null => call.ArgumentList.Arguments.Select(argument => argument.Expression),
        _ => [],
    };
}
