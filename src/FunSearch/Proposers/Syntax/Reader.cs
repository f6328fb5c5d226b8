using FunSearch.Specifications;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax;

/// <summary>
/// Reads a body: walks its statements and finds the places that can be edited. What it does not understand (local functions,
/// <c>try</c>, the headers of loops, …) it leaves closed.
/// </summary>
internal sealed class Reader
{
    private readonly Kind _result;
    private readonly Typing _typing;
    private readonly HashSet<string> _fragile;
    private readonly Dictionary<string, int> _mentions;
    private readonly ExpressionReader _expressions;
    private readonly List<StatementPlace> _statements = [];

    private Reader(EvolvedFunction function, BlockSyntax block)
    {
        _result = Kinds.Named(function.ReturnType);
        _typing = Typing.Of(function, block);
        _fragile = [.. Fragile(block)];
        _mentions = block.DescendantNodes().OfType<IdentifierNameSyntax>().CountBy(name => name.Identifier.Text).ToDictionary();
        _expressions = new ExpressionReader(_typing);
    }

    /// <param name="block">A block that compiles as the function's body.</param>
    public static Reading Read(EvolvedFunction function, BlockSyntax block)
    {
        var braced = Bracer.Brace(block);
        var reader = new Reader(function, braced);
        var scope = function.Parameters.Aggregate(
            Scope.Empty, (scope, parameter) => scope.With(parameter.Name, Shape.Of(parameter), assignable: false));
        reader.ReadBlock(braced, scope);
        return new Reading(braced, reader._typing, reader._expressions.Places, reader._statements, Size(braced));
    }

    /// <summary>How many expressions a body holds, parentheses not counted.</summary>
    public static int Size(BlockSyntax block) =>
        block.DescendantNodes().Count(node => node is ExpressionSyntax and not ParenthesizedExpressionSyntax and not TypeSyntax or IdentifierNameSyntax);

    // Locals that get their first value later, and what decides when a loop ends: edits leave their assignments alone.
    private static IEnumerable<string> Fragile(BlockSyntax block) => block.DescendantNodes().SelectMany(node => node switch
    {
        VariableDeclaratorSyntax { Initializer: null } variable => [variable.Identifier.Text],
        WhileStatementSyntax loop => NamesIn(loop.Condition),
        DoStatementSyntax loop => NamesIn(loop.Condition),
        ForStatementSyntax loop => loop.Condition is null ? [] : NamesIn(loop.Condition),
        _ => Enumerable.Empty<string>(),
    });

    private static IEnumerable<string> NamesIn(ExpressionSyntax expression) =>
        expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(name => name.Identifier.Text);

    private void ReadBlock(BlockSyntax block, Scope scope)
    {
        for (var index = 0; index < block.Statements.Count; index++)
        {
            var statement = block.Statements[index];
            _statements.Add(new StatementPlace(statement, scope, CanDelete(statement), CanCopy(statement)));
            scope = ReadStatement(statement, scope);
        }
    }

    private Scope ReadStatement(StatementSyntax statement, Scope scope)
    {
        switch (statement)
        {
            case BlockSyntax block:
                ReadBlock(block, scope);
                break;
            case ReturnStatementSyntax { Expression: { } value } when value is not RefExpressionSyntax:
                _expressions.ReadFor(value, _result, scope);
                break;
            case ExpressionStatementSyntax { Expression: var expression }:
                ReadExpressionStatement(expression, scope);
                break;
            case LocalDeclarationStatementSyntax declaration when declaration.UsingKeyword.IsKind(SyntaxKind.None):
                return ReadDeclaration(declaration, scope);
            case IfStatementSyntax choice:
                ReadChoice(choice, scope);
                break;
            case ForStatementSyntax { Statement: BlockSyntax body } loop:
                ReadBlock(body, WithCounters(loop, scope));
                break;
            case ForEachStatementSyntax { Statement: BlockSyntax body } loop:
                ReadBlock(body, scope.With(loop.Identifier.Text, _typing.ShapeOf(loop.Identifier.Text), assignable: false));
                break;
            case WhileStatementSyntax { Statement: BlockSyntax body }:
                ReadBlock(body, scope);
                break;
            default:
                break;
        }

        return scope;
    }

    private void ReadExpressionStatement(ExpressionSyntax expression, Scope scope)
    {
        switch (expression)
        {
            case AssignmentExpressionSyntax assignment when !Plain.Assigned(assignment).Any(_fragile.Contains):
                _expressions.ReadAssigned(assignment, scope);
                break;
            case InvocationExpressionSyntax call:
                _expressions.ReadArguments(call.ArgumentList.Arguments, scope);
                break;
            default:
                break;
        }
    }

    private Scope ReadDeclaration(LocalDeclarationStatementSyntax declaration, Scope scope)
    {
        var type = declaration.Declaration.Type;
        foreach (var variable in declaration.Declaration.Variables)
        {
            if (variable.Initializer is not { Value: var value } || type is RefTypeSyntax)
            {
                continue;
            }

            if (!declaration.IsConst)
            {
                _expressions.ReadFor(value, type.IsVar ? Kind.Opaque : Kinds.Named(type.ToString()), scope);
            }

            var name = variable.Identifier.Text;
            scope = scope.With(name, _typing.ShapeOf(name), assignable: !declaration.IsConst && !_fragile.Contains(name));
        }

        return scope;
    }

    private void ReadChoice(IfStatementSyntax choice, Scope scope)
    {
        _expressions.ReadFor(choice.Condition, Kind.Bool, scope);
        ReadStatement(choice.Statement, scope);
        if (choice.Else is not null)
        {
            ReadStatement(choice.Else.Statement, scope);
        }
    }

    private Scope WithCounters(ForStatementSyntax loop, Scope scope)
    {
        foreach (var variable in loop.Declaration?.Variables ?? [])
        {
            if (variable.Initializer is not null)
            {
                scope = scope.With(variable.Identifier.Text, _typing.ShapeOf(variable.Identifier.Text), assignable: false);
            }
        }

        return IndexedSequence(loop) is var (sequence, element, index) ? scope.WithIndex(sequence, element, index) : scope;
    }

    // `for (int i = 0; i < items.Length; i++)`: within it, items[i] is an element.
    private (string Sequence, Kind Element, string Index)? IndexedSequence(ForStatementSyntax loop) =>
        loop is
        {
            Declaration.Variables: [{ Initializer.Value: LiteralExpressionSyntax { Token.ValueText: "0" } } counter],
            Condition: BinaryExpressionSyntax
            {
                RawKind: (int)SyntaxKind.LessThanExpression,
                Left: IdentifierNameSyntax left,
                Right: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax sequence, Name.Identifier.Text: "Length" },
            },
            Incrementors: [PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression }],
        }
        && left.Identifier.Text == counter.Identifier.Text
        && _typing.ShapeOf(sequence.Identifier.Text).Element is { } element
            ? (sequence.Identifier.Text, element, left.Identifier.Text)
            : null;

    private bool CanDelete(StatementSyntax statement) => statement switch
    {
        LocalDeclarationStatementSyntax declaration =>
            declaration.Declaration.Variables.All(variable => _mentions.GetValueOrDefault(variable.Identifier.Text) == 0)
            && Plain.DeclaresNothing(declaration),
        ExpressionStatementSyntax or IfStatementSyntax or ForStatementSyntax or ForEachStatementSyntax or WhileStatementSyntax =>
            Plain.FallsThrough(statement)
            && !Plain.Assigned(statement).Any(_fragile.Contains)
            && (statement is not ExpressionStatementSyntax || Plain.DeclaresNothing(statement)),
        _ => false,
    };

    private bool CanCopy(StatementSyntax statement) =>
        statement is ExpressionStatementSyntax or IfStatementSyntax or ForStatementSyntax or ForEachStatementSyntax
        && !Plain.Assigned(statement).Any(_fragile.Contains)
        && statement.DescendantNodes().All(node => node is not (
            DeclarationExpressionSyntax or VariableDesignationSyntax or LocalFunctionStatementSyntax
            or AnonymousFunctionExpressionSyntax or QueryExpressionSyntax or BreakStatementSyntax or ContinueStatementSyntax
            or GotoStatementSyntax or LabeledStatementSyntax or WhileStatementSyntax or TryStatementSyntax));
}
