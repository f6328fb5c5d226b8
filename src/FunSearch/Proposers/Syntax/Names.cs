using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax;

/// <summary>Makes a piece of one body mean something in another.</summary>
internal static class Names
{
    /// <summary>The simple names that a piece mentions, members after a dot not counted.</summary>
    public static IEnumerable<string> In(SyntaxNode piece) => Mentions(piece).Select(name => name.Identifier.Text);

    /// <summary>
    /// The piece with names that its new place knows: what it declares gets a new name where the old one is taken, and what is not in
    /// scope becomes another variable of the same shape. Null when there is none.
    /// </summary>
    /// <param name="home">The body that the piece comes from.</param>
    /// <param name="scope">What can be named at the new place.</param>
    /// <param name="target">The body that the place is in.</param>
    public static T? Repair<T>(T piece, Reading home, Scope scope, Reading target, Random random)
        where T : SyntaxNode
    {
        var renamed = new Dictionary<string, string>();
        foreach (var declared in Declared(piece))
        {
            renamed[declared] = Fresh(declared, home, target);
        }

        var assigned = Plain.Assigned(piece).ToHashSet();
        var called = Mentions(piece).Where(name => name.Parent is InvocationExpressionSyntax).Select(name => name.Identifier.Text).ToHashSet();
        foreach (var name in In(piece).Where(home.Typing.Declares).Distinct().Where(name => !renamed.ContainsKey(name)).ToList())
        {
            // A function is no number that another one could stand for.
            var standIn = called.Contains(name) ? home == target ? name : null : StandIn(name, home, scope, target, assigned.Contains(name), random);
            if (standIn is null)
            {
                return null;
            }

            renamed[name] = standIn;
        }

        return renamed.All(pair => pair.Key == pair.Value) ? piece : (T)new Renamer(renamed).Visit(piece);
    }

    private static string? StandIn(string name, Reading home, Scope scope, Reading target, bool isAssigned, Random random)
    {
        var shape = home.Typing.ShapeOf(name);
        bool Fits(string candidate) =>
            scope.Contains(candidate) && target.Typing.ShapeOf(candidate) == shape && (!isAssigned || scope.CanAssign(candidate));

        // Two locals of one name and of types that are not understood may be quite different things.
        var isKnown = shape != Shape.Opaque || home == target || home.Typing.IsParameter(name);
        if (isKnown && Fits(name))
        {
            return name;
        }

        return shape.Kind == Kind.Opaque ? null : random.PickOrNull(target.Typing.Names.Where(Fits).ToList());
    }

    private static IEnumerable<string> Declared(SyntaxNode piece) => piece.DescendantNodesAndSelf().Select(node => node switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier.Text,
        ForEachStatementSyntax loop => loop.Identifier.Text,
        _ => null,
    }).OfType<string>();

    private static string Fresh(string name, Reading home, Reading target)
    {
        if (!target.Typing.Declares(name))
        {
            return name;
        }

        return Enumerable.Range(2, int.MaxValue - 2)
            .Select(number => name + number)
            .First(fresh => !target.Typing.Declares(fresh) && !home.Typing.Declares(fresh));
    }

    private static IEnumerable<IdentifierNameSyntax> Mentions(SyntaxNode piece) =>
        piece.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Where(name => !IsMember(name));

    private static bool IsMember(IdentifierNameSyntax name) =>
        (name.Parent is MemberAccessExpressionSyntax access && access.Name == name)
        || name.Parent is MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax;

    private sealed class Renamer(Dictionary<string, string> renamed) : CSharpSyntaxRewriter
    {
        public override SyntaxToken VisitToken(SyntaxToken token) => token;

        public override SyntaxNode? VisitIdentifierName(IdentifierNameSyntax node) =>
            !IsMember(node) && renamed.TryGetValue(node.Identifier.Text, out var name) ? SyntaxFactory.IdentifierName(name) : node;

        public override SyntaxNode? VisitVariableDeclarator(VariableDeclaratorSyntax node)
        {
            var visited = (VariableDeclaratorSyntax)base.VisitVariableDeclarator(node)!;
            return visited.WithIdentifier(Renamed(node.Identifier));
        }

        public override SyntaxNode? VisitForEachStatement(ForEachStatementSyntax node)
        {
            var visited = (ForEachStatementSyntax)base.VisitForEachStatement(node)!;
            return visited.WithIdentifier(Renamed(node.Identifier));
        }

        private SyntaxToken Renamed(SyntaxToken name) => renamed.TryGetValue(name.Text, out var to) ? SyntaxFactory.Identifier(to) : name;
    }
}
