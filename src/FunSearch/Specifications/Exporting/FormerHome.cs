using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Specifications.Exporting;

/// <summary>Turns <c>Warehouse.Shelf</c> and <c>Company.Shelf</c> into <c>Shelf</c>, where <c>Shelf</c> has left its class or namespace and came along.</summary>
/// <param name="className">The specification's class, as reflection knows it.</param>
/// <param name="members">What came along.</param>
internal sealed class FormerHome(string className, IReadOnlyList<SourceMember> members) : CSharpSyntaxRewriter
{
    private readonly string _class = className.Replace('+', '.');

    public override SyntaxNode? VisitMemberAccessExpression(MemberAccessExpressionSyntax node) =>
        IsLeft(node.Expression, node.Name) ? node.Name.WithTriviaFrom(node) : base.VisitMemberAccessExpression(node);

    public override SyntaxNode? VisitQualifiedName(QualifiedNameSyntax node) =>
        IsLeft(node.Left, node.Right) ? node.Right.WithTriviaFrom(node) : base.VisitQualifiedName(node);

    // Nothing of the usings has moved.
    public override SyntaxNode? VisitUsingDirective(UsingDirectiveSyntax node) => node;

    private bool IsLeft(SyntaxNode home, SimpleNameSyntax name)
    {
        var written = home.WithoutTrivia().ToString();
        return IsEndOf(_class, written)
            || members.Any(member => member.Name == name.Identifier.ValueText && member.Home.Length > 0 && IsEndOf(member.Home, written));
    }

    // Inside A a name of A.B is written B as well.
    private static bool IsEndOf(string home, string written) =>
        written == home || written == $"global::{home}" || home.EndsWith($".{written}", StringComparison.Ordinal);
}
