using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Worker.Compiling;

/// <summary>A candidate's source in which literals have become fields.</summary>
/// <param name="Literals">Which of the body's plain numbers they were, counted from 0, in the order of the fields.</param>
internal sealed record LiftedSource(SyntaxTree Tree, IReadOnlyList<int> Literals);

/// <summary>
/// Makes literals of a body fields of its class, and the class one with instances: such a program is compiled once and run with any
/// numbers. It must be bound to the same meaning whatever the numbers are, and compute every bit as if they stood in it.
/// </summary>
internal static class LiteralLifter
{
    /// <summary>What the fields' names begin with; their number follows. No candidate can write such a name.</summary>
    public const string FieldPrefix = "__";

    /// <param name="tree">Of a body that has passed the syntax wall.</param>
    /// <returns>Null when no literal of it can be lifted.</returns>
    public static LiftedSource? Lift(SyntaxTree tree, Func<SyntaxTree, SemanticModel> bind)
    {
        var literals = LiteralsIn(tree);
        var places = Enumerable.Range(0, literals.Count).Where(i => LiftablePlace.MayBe(literals[i])).ToList();

        // As a constant, 0 converts to every type that any other number of 32 bits converts to. What is bound alike with zeros and with
        // variables, which convert to the fewest, is bound so with all numbers.
        // A fraction converts to nothing but itself, whatever its value, and a divisor may not be 0.
        var zeroed = Replace(tree, places.Where(i => literals[i].Token.Value is int && !LiftablePlace.IsDivisor(literals[i])), _ => Number(0));
        var model = bind(zeroed);
        var zeros = LiteralsIn(zeroed);
        var fields = places.Select(i => (Literal: i, Type: LiftablePlace.TypeOf(zeros[i], model))).Where(field => field.Type != SpecialType.None).ToList();
        if (fields.Count == 0 || Telltales.AreIn(MethodIn(zeroed), model))
        {
            return null;
        }

        var numbers = fields.Index().ToDictionary(field => field.Item.Literal, field => field.Index);
        var lifted = WithFields(Replace(tree, numbers.Keys, i => SyntaxFactory.IdentifierName($"{FieldPrefix}{numbers[i]}")), fields.Select(field => field.Type));
        return SameMeaning.Holds(MethodIn(zeroed), model, MethodIn(lifted), bind(lifted))
            ? new LiftedSource(lifted, [.. fields.Select(field => field.Literal)])
            : null;
    }

    private static SyntaxTree WithFields(SyntaxTree tree, IEnumerable<SpecialType> types)
    {
        var root = (CompilationUnitSyntax)tree.GetRoot();
        var method = MethodIn(tree);
        var candidate = (ClassDeclarationSyntax)method.Parent!;
        var fields = types.Select((type, i) =>
            SyntaxFactory.ParseMemberDeclaration($"public {(type == SpecialType.System_Int32 ? "int" : "double")} {FieldPrefix}{i};")!);
        var withInstances = candidate.WithModifiers(WithoutStatic(candidate.Modifiers))
            .WithMembers([.. fields, method.WithModifiers(WithoutStatic(method.Modifiers))]);
        return tree.WithRootAndOptions(root.ReplaceNode(candidate, withInstances), tree.Options);
    }

    private static SyntaxTokenList WithoutStatic(SyntaxTokenList modifiers) => [.. modifiers.Where(modifier => !modifier.IsKind(SyntaxKind.StaticKeyword))];

    private static SyntaxTree Replace(SyntaxTree tree, IEnumerable<int> which, Func<int, ExpressionSyntax> by)
    {
        var literals = LiteralsIn(tree);
        var replaced = which.ToDictionary(i => (SyntaxNode)literals[i], by);
        return tree.WithRootAndOptions(tree.GetRoot().ReplaceNodes(replaced.Keys, (node, _) => replaced[node].WithTriviaFrom(node)), tree.Options);
    }

    private static LiteralExpressionSyntax Number(int value) =>
        SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(value));

    private static List<LiteralExpressionSyntax> LiteralsIn(SyntaxTree tree) =>
        [.. MethodIn(tree).Body!.DescendantTokens().Where(token => PlainNumber.Of(token) is not null).Select(token => (LiteralExpressionSyntax)token.Parent!)];

    private static MethodDeclarationSyntax MethodIn(SyntaxTree tree) =>
        (MethodDeclarationSyntax)((ClassDeclarationSyntax)((CompilationUnitSyntax)tree.GetRoot()).Members.Single()).Members[^1];
}
