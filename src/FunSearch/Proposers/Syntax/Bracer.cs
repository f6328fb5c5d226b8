using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax;

/// <summary>Gives every branch and loop its braces, so that a statement always has a block to be edited in, and drops comments:
/// they would tell of code that edits have changed.</summary>
internal sealed class Bracer : CSharpSyntaxRewriter
{
    public static BlockSyntax Brace(BlockSyntax block) => (BlockSyntax)new Bracer().Visit(block);

    public override SyntaxToken VisitToken(SyntaxToken token) =>
        token.HasLeadingTrivia || token.HasTrailingTrivia ? token.WithLeadingTrivia().WithTrailingTrivia() : token;

    public override SyntaxNode? VisitIfStatement(IfStatementSyntax node)
    {
        var visited = (IfStatementSyntax)base.VisitIfStatement(node)!;
        return visited.WithStatement(InBlock(visited.Statement));
    }

    public override SyntaxNode? VisitElseClause(ElseClauseSyntax node)
    {
        var visited = (ElseClauseSyntax)base.VisitElseClause(node)!;
        return visited.Statement is IfStatementSyntax ? visited : visited.WithStatement(InBlock(visited.Statement));
    }

    public override SyntaxNode? VisitForStatement(ForStatementSyntax node)
    {
        var visited = (ForStatementSyntax)base.VisitForStatement(node)!;
        return visited.WithStatement(InBlock(visited.Statement));
    }

    public override SyntaxNode? VisitForEachStatement(ForEachStatementSyntax node)
    {
        var visited = (ForEachStatementSyntax)base.VisitForEachStatement(node)!;
        return visited.WithStatement(InBlock(visited.Statement));
    }

    public override SyntaxNode? VisitWhileStatement(WhileStatementSyntax node)
    {
        var visited = (WhileStatementSyntax)base.VisitWhileStatement(node)!;
        return visited.WithStatement(InBlock(visited.Statement));
    }

    private static BlockSyntax InBlock(StatementSyntax statement) => statement as BlockSyntax ?? SyntaxFactory.Block(statement);
}
