using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax.Operators;

/// <summary>Gives a name to a number that is computed several times, so that all of them change together from then on.</summary>
internal sealed class Hoist : IOperator
{
    public string Name => "hoist";

    public double Weight => 0.4;

    public BlockSyntax? Apply(Edit edit)
    {
        var repeated = edit.NumberPlaces
            .Where(place => place.Node is BinaryExpressionSyntax && place.Scope.Terminals.Length > 0 && edit.Parent.Typing.KindOf(place.Node) is Kind.Int or Kind.Double && Plain.IsPure(place.Node))
            .Where(place => Names.In(place.Node).Any() && Names.In(place.Node).All(edit.Parent.Typing.IsParameter))
            .GroupBy(place => place.Node.ToString())
            .Where(group => group.Count() > 1)
            .ToList();
        if (repeated.Count == 0)
        {
            return null;
        }

        var chosen = edit.Random.Pick(repeated).ToList();
        var name = Enumerable.Range(1, 1000).Select(number => number == 1 ? "part" : $"part{number}").First(fresh => !edit.Parent.Typing.Declares(fresh));
        var type = edit.Parent.Typing.KindOf(chosen[0].Node) == Kind.Int ? "int" : "double";
        var declaration = SyntaxFactory.ParseStatement($"{type} {name} = {chosen[0].Node.NormalizeWhitespace()};");
        var named = edit.Parent.Block.ReplaceNodes(chosen.Select(place => place.Node), (_, _) => SyntaxFactory.IdentifierName(name));
        return named.WithStatements(named.Statements.Insert(0, declaration.NormalizeWhitespace()));
    }
}
