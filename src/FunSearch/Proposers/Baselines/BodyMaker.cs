using FunSearch.Proposers.Syntax;
using FunSearch.Specifications;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace FunSearch.Proposers.Baselines;

/// <summary>
/// Draws whole bodies from a grammar: up to three statements, each a local, an early return, or a sum over a sequence, and then what is
/// returned. They are typed like the embedded proposer's edits, and made of the same small expressions.
/// </summary>
/// <param name="constants">Numbers of the specification.</param>
internal sealed class BodyMaker(EvolvedFunction function, IReadOnlyList<double> constants)
{
    private readonly Kind _result = Kinds.Named(function.ReturnType);
    private readonly (string Name, Shape Shape)[] _parameters = [.. function.Parameters.Select(parameter => (parameter.Name, Shape.Named(parameter.Type)))];

    /// <summary>True when values of what the function returns can be written.</summary>
    public bool CanDraw => _result.IsWritable;

    /// <summary>A body that declares each name once; neither simplified nor measured.</summary>
    public BlockSyntax Draw(Random random)
    {
        var make = new ExpressionMaker(new LiteralMaker(constants, random), random);
        var scope = _parameters.Aggregate(Scope.Empty, (scope, parameter) => scope.With(parameter.Name, parameter.Shape, assignable: false));
        var statements = new List<StatementSyntax>();
        for (var left = random.Weighted(3, 3, 2, 1); left > 0; left--)
        {
            scope = Statement(statements, scope, make, random);
        }

        statements.Add(Code.Return(Value(scope, make, random)));
        return Block(statements);
    }

    /// <returns>The scope after it.</returns>
    private Scope Statement(List<StatementSyntax> statements, Scope scope, ExpressionMaker make, Random random)
    {
        var sequences = _parameters.Where(parameter => parameter.Shape.Element is { } element && element != Kind.Opaque).ToList();
        switch (random.Weighted(2, 3, sequences.Count > 0 ? 3 : 0))
        {
            case 0:
                var kind = _result.IsNumber ? _result : Kind.Double;
                var local = Fresh("part", scope);
                statements.Add(Local(kind, local, make.Number(kind, scope)));
                return scope.With(local, Shape.Of(kind), assignable: false);
            case 1:
                statements.Add(Code.If(make.Condition(scope), Code.Return(make.Make(_result, scope))));
                return scope;
            default:
                var (sequence, shape) = random.Pick(sequences);
                return Sum(statements, sequence, shape.Element!.Value, scope, make, random);
        }
    }

    private Scope Sum(List<StatementSyntax> statements, string sequence, Kind element, Scope scope, ExpressionMaker make, Random random)
    {
        var (sum, index) = (Fresh("sum", scope), Fresh("i", scope));
        var kind = element.IsNumber ? element.With(_result.IsNumber ? _result : Kind.Int) : _result.IsNumber ? _result : Kind.Int;
        var within = scope.With(index, Shape.Of(Kind.Int), assignable: false).WithIndex(sequence, element, index);
        StatementSyntax step = ExpressionStatement(AssignmentExpression(SyntaxKind.AddAssignmentExpression, Code.Name(sum), make.Number(kind, within)));
        statements.Add(Local(kind, sum, Literals.Of(0, kind)));
        statements.Add(Loop(index, sequence, random.Happens(0.5) ? Code.If(make.Condition(within), step) : step));
        return scope.With(sum, Shape.Of(kind), assignable: false);
    }

    private ExpressionSyntax Value(Scope scope, ExpressionMaker make, Random random)
    {
        var value = make.Make(_result, scope);
        for (var more = random.Weighted(3, 2, 1); more > 0; more--)
        {
            var operation = _result.IsNumber
                ? random.Pick([SyntaxKind.AddExpression, SyntaxKind.SubtractExpression, SyntaxKind.MultiplyExpression])
                : random.Pick([SyntaxKind.LogicalAndExpression, SyntaxKind.LogicalOrExpression]);
            value = Code.Binary(operation, value, make.Make(_result, scope));
        }

        return value;
    }

    // A loop's index is out of scope behind it, and may be called the same in the next one.
    private static string Fresh(string name, Scope scope) => !scope.Contains(name)
        ? name
        : Enumerable.Range(2, int.MaxValue - 2).Select(number => name + number).First(fresh => !scope.Contains(fresh));

    private static LocalDeclarationStatementSyntax Local(Kind kind, string name, ExpressionSyntax value) =>
        LocalDeclarationStatement(Declaration(kind, name, value));

    private static VariableDeclarationSyntax Declaration(Kind kind, string name, ExpressionSyntax value) => VariableDeclaration(
        ParseTypeName(kind.Keyword()),
        SingletonSeparatedList(VariableDeclarator(Identifier(name), argumentList: null, EqualsValueClause(value))));

    private static ForStatementSyntax Loop(string index, string sequence, StatementSyntax step) => ForStatement(
        Declaration(Kind.Int, index, Literals.Of(0, Kind.Int)),
        [],
        Code.Binary(SyntaxKind.LessThanExpression, Code.Name(index), Code.Member(sequence, "Length")),
        SingletonSeparatedList<ExpressionSyntax>(PostfixUnaryExpression(SyntaxKind.PostIncrementExpression, Code.Name(index))),
        Block(step));
}
