using FunSearch.Proposers.Syntax.Templates;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax.Operators;

/// <summary>Brings a number of the other parent, with all statements that it is computed by, and joins it to a number of this one.</summary>
internal sealed class Transplant : IOperator
{
    private const int LargestPiece = 60;

    public string Name => "transplant";

    public double Weight => 1.5;

    public BlockSyntax? Apply(Edit edit)
    {
        if (edit.Donor.Block.Statements is not [.., ReturnStatementSyntax { Expression: { } result }] || Attachment.Choose(edit, 0.6) is not var (place, statement))
        {
            return null;
        }

        var pieces = edit.Donor.Expressions
            .Where(piece => result.Span.Contains(piece.Node.Span) && Plain.IsPure(piece.Node) && Names.In(piece.Node).Any() && place.Takes(edit.Donor.Typing.KindOf(piece.Node)))
            .ToList();
        if (edit.Random.PickOrNull(pieces) is not { } chosen || Slice.Of(edit.Donor, chosen.Node) is not { } needed || needed.Sum(Size) + Size(chosen.Node) > LargestPiece)
        {
            return null;
        }

        // In one block, so that all parts get the same new names.
        var block = SyntaxFactory.Block(needed.Append(Code.Return(chosen.Node)));
        if (Names.Repair(block, edit.Donor, statement.Scope, edit.Parent, edit.Random) is not { } repaired)
        {
            return null;
        }

        var value = ((ReturnStatementSyntax)repaired.Statements[^1]).Expression!;
        return Attachment.Attach(edit, place, statement, new Piece([.. repaired.Statements.SkipLast(1)], value));
    }

    private static int Size(SyntaxNode node) => node.DescendantNodesAndSelf().OfType<ExpressionSyntax>().Count();
}
