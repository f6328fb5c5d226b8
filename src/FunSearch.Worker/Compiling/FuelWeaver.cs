using System.Collections.Frozen;
using FunSearch.Worker.Running;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Worker.Compiling;

/// <summary>
/// Weaves <see cref="Fuel"/> into a body that has passed the syntax wall: each loop pays for its rounds, and each function that may call
/// itself for its calls, with a look at the stack. A body with neither is left as it is, and costs nothing.
/// </summary>
/// <remarks>Everything is woven in without line breaks: errors keep their lines.</remarks>
/// <param name="recursive">Names of what may lead back to the evolved function: its own, and those of the specification's methods.</param>
/// <param name="model">Of the tree; asked only where syntax cannot tell whether a lambda returns something.</param>
internal sealed class FuelWeaver(IReadOnlySet<string> recursive, Lazy<SemanticModel> model) : CSharpSyntaxRewriter
{
    /// <summary>What woven code calls <see cref="Fuel"/>. No candidate can write a name that begins like this.</summary>
    public const string Name = "__Fuel";

    /// <summary>The alias of the assembly that holds it: through no other name it can be reached.</summary>
    public const string Alias = "__fuel";

    /// <summary>The members that woven code uses.</summary>
    public static readonly FrozenSet<string> Woven = FrozenSet.Create(nameof(Fuel.Left), nameof(Fuel.Out), nameof(Fuel.Enter));

    private static readonly StatementSyntax Round = SyntaxFactory.ParseStatement($"if (--{Name}.Left < 0) {Name}.Out();");
    private static readonly StatementSyntax Call = SyntaxFactory.ParseStatement($"{Name}.Enter();");

    public static SyntaxTree Weave(SyntaxTree tree, IReadOnlySet<string> recursive, Lazy<SemanticModel> model) =>
        tree.WithRootAndOptions(new FuelWeaver(recursive, model).Visit(tree.GetRoot()), tree.Options);

    public override SyntaxNode? VisitForStatement(ForStatementSyntax node) =>
        node.WithStatement(Paying(node.Statement)).WithDeclaration((VariableDeclarationSyntax?)Visit(node.Declaration))
            .WithInitializers(VisitList(node.Initializers)).WithCondition(Visited(node.Condition)).WithIncrementors(VisitList(node.Incrementors));

    public override SyntaxNode? VisitForEachStatement(ForEachStatementSyntax node) =>
        node.WithStatement(Paying(node.Statement)).WithExpression(Visited(node.Expression)!);

    public override SyntaxNode? VisitForEachVariableStatement(ForEachVariableStatementSyntax node) =>
        node.WithStatement(Paying(node.Statement)).WithExpression(Visited(node.Expression)!);

    public override SyntaxNode? VisitWhileStatement(WhileStatementSyntax node) =>
        node.WithStatement(Paying(node.Statement)).WithCondition(Visited(node.Condition)!);

    public override SyntaxNode? VisitDoStatement(DoStatementSyntax node) =>
        node.WithStatement(Paying(node.Statement)).WithCondition(Visited(node.Condition)!);

    // Only where it may call itself: it is called more often than anything else.
    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node) =>
        node.Body!.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && recursive.Contains(token.ValueText))
            ? node.WithBody(Beginning(Call, node.Body))
            : base.VisitMethodDeclaration(node);

    // One without a body is for the compiler to refuse.
    public override SyntaxNode? VisitLocalFunctionStatement(LocalFunctionStatementSyntax node) => node switch
    {
        { ExpressionBody.Expression: var expression } =>
            node.WithExpressionBody(null).WithSemicolonToken(default).WithBody(Returning(expression, isVoid: IsVoid(node.ReturnType))),
        { Body: { } body } => node.WithBody(Beginning(Call, body)),
        _ => node,
    };

    public override SyntaxNode? VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node) =>
        node.WithBlock(Block(node)).WithExpressionBody(null);

    public override SyntaxNode? VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node) =>
        node.WithBlock(Block(node)).WithExpressionBody(null);

    private BlockSyntax Block(LambdaExpressionSyntax lambda) => lambda.ExpressionBody is { } expression
        ? Returning(expression, IsVoid(lambda, expression))
        : Beginning(Call, lambda.Block!);

    private BlockSyntax Paying(StatementSyntax body) => Beginning(Round, body);

    private BlockSyntax Beginning(StatementSyntax first, StatementSyntax body)
    {
        var visited = (StatementSyntax)Visit(body)!;
        return visited is BlockSyntax block ? block.WithStatements(block.Statements.Insert(0, first)) : SyntaxFactory.Block(first, visited);
    }

    private BlockSyntax Returning(ExpressionSyntax expression, bool isVoid)
    {
        var visited = Visited(expression)!;
        return SyntaxFactory.Block(Call, isVoid ? SyntaxFactory.ExpressionStatement(visited) : SyntaxFactory.ReturnStatement(visited));
    }

    private ExpressionSyntax? Visited(ExpressionSyntax? expression) => (ExpressionSyntax?)Visit(expression);

    private static bool IsVoid(TypeSyntax type) => type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };

    // Only such an expression could be a statement too: of all others the value is meant.
    private bool IsVoid(LambdaExpressionSyntax lambda, ExpressionSyntax expression) =>
        expression is InvocationExpressionSyntax or ConditionalAccessExpressionSyntax or AssignmentExpressionSyntax or BaseObjectCreationExpressionSyntax
            or PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression }
        && model.Value.GetSymbolInfo(lambda).Symbol is IMethodSymbol { ReturnsVoid: true };
}
