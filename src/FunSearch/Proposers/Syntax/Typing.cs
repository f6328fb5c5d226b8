using FunSearch.Specifications;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax;

/// <summary>
/// A light inference of types: what can be told from a body's text alone, without the compiler's semantic model, which would cost
/// more than everything else that a proposal needs.
/// </summary>
/// <remarks>One flat table of names: C# forbids most shadowing, and a name that means two types counts as opaque.</remarks>
internal sealed class Typing
{
    private readonly Dictionary<string, Shape> _shapes = [];
    private readonly HashSet<string> _parameters = [];

    private Typing()
    {
    }

    /// <summary>Names of the parameters, locals and local functions.</summary>
    public IReadOnlyCollection<string> Names => _shapes.Keys;

    public static Typing Of(EvolvedFunction function, BlockSyntax body)
    {
        var typing = new Typing();
        foreach (var parameter in function.Parameters)
        {
            typing._shapes[parameter.Name] = Shape.Of(parameter);
            typing._parameters.Add(parameter.Name);
        }

        foreach (var node in body.DescendantNodes())
        {
            typing.Declare(node);
        }

        return typing;
    }

    /// <summary>The shape of a parameter or local, of a local function's result; opaque when the name is not known.</summary>
    public Shape ShapeOf(string name) => _shapes.GetValueOrDefault(name, Shape.Opaque);

    /// <summary>Is it a parameter of the evolved function? Then it means the same in every body.</summary>
    public bool IsParameter(string name) => _parameters.Contains(name);

    public bool Declares(string name) => _shapes.ContainsKey(name);

    /// <summary>The expression's own kind, whatever its surroundings ask for.</summary>
    public Kind KindOf(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal => OfLiteral(literal),
        IdentifierNameSyntax name => ShapeOf(name.Identifier.Text).Kind,
        ParenthesizedExpressionSyntax parenthesized => KindOf(parenthesized.Expression),
        BinaryExpressionSyntax binary => OfBinary(binary),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } => Kind.Bool,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } minus => KindOf(minus.Operand).With(Kind.Int),
        CastExpressionSyntax cast => Kinds.Named(cast.Type.ToString()),
        ConditionalExpressionSyntax conditional => OfEither(KindOf(conditional.WhenTrue), KindOf(conditional.WhenFalse)),
        MemberAccessExpressionSyntax member => OfMember(member),
        ElementAccessExpressionSyntax element => OfElement(element),
        InvocationExpressionSyntax call => OfCall(call),
        IsPatternExpressionSyntax => Kind.Bool,
        _ => Kind.Opaque,
    };

    private void Declare(SyntaxNode node)
    {
        switch (node)
        {
            case VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } variable:
                Add(
                    variable.Identifier,
                    declaration.Type.IsVar ? OfInitializer(variable.Initializer?.Value) : Shape.Named(declaration.Type.ToString()));
                break;
            case ForEachStatementSyntax loop:
                Add(loop.Identifier, loop.Type.IsVar ? OfElementOf(loop.Expression) : Shape.Named(loop.Type.ToString()));
                break;
            case SingleVariableDesignationSyntax designation:
                Add(designation.Identifier, Shape.Opaque);
                break;
            case LocalFunctionStatementSyntax function:
                Add(function.Identifier, Shape.Named(function.ReturnType.ToString()));
                break;
            case ParameterSyntax parameter:
                Add(parameter.Identifier, Shape.Named(parameter.Type?.ToString() ?? ""));
                break;
            default:
                break;
        }
    }

    private void Add(SyntaxToken name, Shape shape) =>
        _shapes[name.Text] = _shapes.TryGetValue(name.Text, out var known) && known != shape ? Shape.Opaque : shape;

    private Shape OfInitializer(ExpressionSyntax? value) => value switch
    {
        null => Shape.Opaque,
        ArrayCreationExpressionSyntax array => Shape.Named(array.Type.ElementType + "[]"),
        _ => Shape.Of(KindOf(value)),
    };

    private Shape OfElementOf(ExpressionSyntax sequence) =>
        sequence is IdentifierNameSyntax name && ShapeOf(name.Identifier.Text).Element is { } element ? Shape.Of(element) : Shape.Opaque;

    private static Kind OfLiteral(LiteralExpressionSyntax literal) => literal.Token.Value switch
    {
        bool => Kind.Bool,
        int => Kind.Int,
        long => Kind.Long,
        float => Kind.Float,
        double => Kind.Double,
        _ => Kind.Opaque,
    };

    private Kind OfBinary(BinaryExpressionSyntax binary) => binary.Kind() switch
    {
        SyntaxKind.AddExpression or SyntaxKind.SubtractExpression or SyntaxKind.MultiplyExpression
            or SyntaxKind.DivideExpression or SyntaxKind.ModuloExpression => KindOf(binary.Left).With(KindOf(binary.Right)),
        SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression
            or SyntaxKind.GreaterThanOrEqualExpression or SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression
            or SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression or SyntaxKind.IsExpression => Kind.Bool,
        _ => Kind.Opaque,
    };

    private static Kind OfEither(Kind one, Kind other) => one.ConvertsTo(other) ? other : other.ConvertsTo(one) ? one : Kind.Opaque;

    private Kind OfMember(MemberAccessExpressionSyntax member)
    {
        var name = member.Name.Identifier.Text;
        return member.Expression switch
        {
            IdentifierNameSyntax { Identifier.Text: "Math" } when name is "PI" or "E" or "Tau" => Kind.Double,
            PredefinedTypeSyntax type => Kinds.Named(type.Keyword.Text),
            IdentifierNameSyntax variable when ShapeOf(variable.Identifier.Text) is var shape => shape.Element is not null && name == "Length"
                ? Kind.Int
                : shape.Items.FirstOrDefault(item => item.Name == name).Kind,
            _ => Kind.Opaque,
        };
    }

    private Kind OfElement(ElementAccessExpressionSyntax element) =>
        element is { Expression: IdentifierNameSyntax variable, ArgumentList.Arguments: [{ Expression: not RangeExpressionSyntax }] }
            ? ShapeOf(variable.Identifier.Text).Element ?? Kind.Opaque
            : Kind.Opaque;

    private Kind OfCall(InvocationExpressionSyntax call)
    {
        if (MathFunctions.Of(call) is not { } function)
        {
            return call.Expression is IdentifierNameSyntax name ? ShapeOf(name.Identifier.Text).Kind : Kind.Opaque;
        }

        return function.Rule switch
        {
            MathRule.Keeps => call.ArgumentList.Arguments.Select(argument => KindOf(argument.Expression)).Aggregate(OfEither),
            MathRule.Signs => Kind.Int,
            _ => Kind.Double,
        };
    }
}
