using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Specifications.Reading;

/// <summary>
/// Compiles the specification once more with another body for the evolved function: it calls through a delegate, so that candidates are
/// small assemblies of their own while the scorer stays warm. Arguments are copied and a NaN is refused on the way.
/// </summary>
internal static class EvolvedStub
{
    /// <summary>The nested class that holds what the stub needs.</summary>
    public const string Support = "__EvolvedSupport";

    private const string DelegateType = "__EvolvedFunction";

    public static byte[] Emit(MarkedClass specification)
    {
        var symbol = specification.Evolved!.Symbol;
        var body = Body(symbol, out var support);
        return Emit(specification, body, Members(symbol, support));
    }

    /// <summary>Compiles the specification with this body in place of the evolved function's, without a stub: what a candidate can be measured against.</summary>
    /// <exception cref="InvalidOperationException">It does not compile: a candidate sees more namespaces than a specification.</exception>
    public static byte[] EmitAhead(MarkedClass specification, string body) =>
        Emit(specification, (BlockSyntax)SyntaxFactory.ParseStatement(body, options: SourceFiles.ParseOptions), []);

    private static byte[] Emit(MarkedClass specification, BlockSyntax body, MemberDeclarationSyntax[] members)
    {
        var evolved = specification.Evolved!;
        var home = (TypeDeclarationSyntax)evolved.Syntax.Parent!;
        var rewritten = home.ReplaceNode(evolved.Syntax, evolved.Syntax.WithExpressionBody(null).WithSemicolonToken(default).WithBody(body)).AddMembers(members);

        var tree = home.SyntaxTree;
        var root = tree.GetRoot().ReplaceNode(home, rewritten);
        using var image = new MemoryStream();
        var result = specification.Compilation.ReplaceSyntaxTree(tree, tree.WithRootAndOptions(root, tree.Options)).Emit(image);
        return result.Success
            ? image.ToArray()
            : throw new InvalidOperationException(
                $"The specification compiles, but not with another body in it: {string.Join('\n', result.Diagnostics)}");
    }

    private static BlockSyntax Body(IMethodSymbol method, out string support)
    {
        var copies = new ArgumentCopies();
        var notANumber = new NotANumber();
        var arguments = string.Join(", ", method.Parameters.Select(parameter => copies.Expression(parameter.Type, $"@{parameter.Name}")));
        var isNotANumber = notANumber.Condition(method.ReturnType, "__result");
        support = copies.Code + notANumber.Code;
        var refusal = $"throw new global::System.NotFiniteNumberException(\"'{method.Name}' returned NaN, which is not a number.\");";
        var check = isNotANumber is null ? "" : $"if ({isNotANumber}) {{ {refusal} }}";
        return (BlockSyntax)SyntaxFactory.ParseStatement(
            $"{{ var __result = {Specification.EvolvedField}({arguments}); {check} return __result; }}", options: SourceFiles.ParseOptions);
    }

    private static MemberDeclarationSyntax[] Members(IMethodSymbol method, string support)
    {
        var parameters = method.Parameters.Select(parameter =>
            $"{parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)} @{parameter.Name}");
        var result = method.ReturnType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        string[] members =
        [
            $"internal delegate {result} {DelegateType}({string.Join(", ", parameters)});",
            $"internal static {DelegateType} {Specification.EvolvedField} = null!;",
            $"private static class {Support} {{ {support} }}",
        ];
        return [.. members.Select(member => SyntaxFactory.ParseMemberDeclaration(member, options: SourceFiles.ParseOptions)!)];
    }
}
