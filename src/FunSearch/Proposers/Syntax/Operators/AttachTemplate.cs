using FunSearch.Proposers.Syntax.Templates;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax.Operators;

/// <summary>Adds a template's piece to a number of the parent, scales the number by it, or puts it in its place.</summary>
internal sealed class AttachTemplate(ITemplate template) : IOperator
{
    private const double ChanceOfWholeResult = 0.6;

    public string Name => template.Name;

    public double Weight => template.Weight;

    public BlockSyntax? Apply(Edit edit)
    {
        if (Attachment.Choose(edit, ChanceOfWholeResult) is not var (place, statement)
            || template.Make(new Materials(edit.Parent, statement.Scope, place.Accepts, edit.Make, edit.Random)) is not { } piece)
        {
            return null;
        }

        return Attachment.Attach(edit, place, statement, piece);
    }
}
