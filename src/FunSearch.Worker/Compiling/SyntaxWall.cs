using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Worker.Compiling;

/// <summary>The second wall: what is parsed must be one method with one block, made of allowed syntax, and small enough to be bound in no time.</summary>
internal static class SyntaxWall
{
    /// <summary>Nodes inside each other. A chain of 60 else-ifs or a sum of 150 terms passes.</summary>
    public const int MaximumDepth = 200;

    /// <summary>Nodes in all: about one for each character that is not a space in a body of the greatest length.</summary>
    public const int MaximumNodes = 6000;

    /// <param name="source">The candidate's source, without syntax errors.</param>
    /// <param name="firstLine">The line of the source (from 0) in which the body begins.</param>
    /// <returns>Why it must not be bound, as a sentence; null when it may.</returns>
    public static string? Refuse(CompilationUnitSyntax source, int firstLine)
    {
        if (source.Members is not [ClassDeclarationSyntax { Members: [MethodDeclarationSyntax { Body: { } block }] }])
        {
            return "The body must be one block, { … }, and nothing else.";
        }

        var types = new TypeGrowth();
        var work = new BindingWork();
        var pending = new Stack<(SyntaxNode Node, int Depth, int Lambdas)>();
        pending.Push((block, 1, 0));
        for (var nodes = 1; pending.TryPop(out var next); nodes++)
        {
            var (node, depth, lambdas) = next;
            lambdas += node is LambdaExpressionSyntax ? 1 : 0;
            if (nodes > MaximumNodes)
            {
                return $"The body has more than {MaximumNodes} pieces of syntax. Write a shorter one.";
            }

            if (depth > MaximumDepth)
            {
                return $"The code in line {LineOf(node, firstLine)} is nested more than {MaximumDepth} deep. Split it into statements or local functions.";
            }

            if (Refuse(node) is { } what)
            {
                return $"{what} (line {LineOf(node, firstLine)}) is not allowed.";
            }

            if ((types.Refuse(node) ?? work.Refuse(node, lambdas)) is { } tooMuch)
            {
                return $"{tooMuch} (line {LineOf(node, firstLine)}).";
            }

            foreach (var child in node.ChildNodes().Reverse())
            {
                pending.Push((child, depth + 1, lambdas));
            }
        }

        return null;
    }

    private static string? Refuse(SyntaxNode node) => node switch
    {
        LocalFunctionStatementSyntax { TypeParameterList: not null } => "A generic local function",
        LocalDeclarationStatementSyntax { IsConst: true } constant when !IsNumber(constant.Declaration.Type) => "A const that is no number",
        _ when AllowedSyntax.Kinds.Contains(node.Kind()) => null,
        _ => $"`{FirstLine(node)}` ({node.Kind()})",
    };

    // Constants of text can double with each line until the compiler is out of memory.
    private static bool IsNumber(TypeSyntax type) =>
        type is PredefinedTypeSyntax { Keyword.RawKind: not ((int)SyntaxKind.StringKeyword or (int)SyntaxKind.ObjectKeyword) };

    private static int LineOf(SyntaxNode node, int firstLine) => node.GetLocation().GetLineSpan().StartLinePosition.Line - firstLine + 1;

    private static string FirstLine(SyntaxNode node)
    {
        var line = node.ToString().Split('\n')[0].TrimEnd();
        return line.Length <= 60 ? line : $"{line[..60]}…";
    }
}
