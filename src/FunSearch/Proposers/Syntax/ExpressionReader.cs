using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax;

/// <summary>Finds the places within expressions: from outside to inside it hands on which kind the surroundings accept.</summary>
internal sealed class ExpressionReader(Typing typing)
{
    private readonly List<ExpressionPlace> _places = [];

    public IReadOnlyList<ExpressionPlace> Places => _places;

    /// <summary>Reads an expression whose surroundings convert it to a kind. With <see cref="Kind.Opaque"/> only one of the same
    /// kind may stand there.</summary>
    public void ReadFor(ExpressionSyntax expression, Kind accepts, Scope scope)
    {
        if (accepts.IsWritable)
        {
            Read(expression, accepts, isExact: false, scope);
        }
        else
        {
            ReadExact(expression, scope);
        }
    }

    /// <summary>The right side of an assignment.</summary>
    public void ReadAssigned(AssignmentExpressionSyntax assignment, Scope scope)
    {
        var target = typing.KindOf(assignment.Left);
        switch (assignment.Kind())
        {
            case SyntaxKind.DivideAssignmentExpression or SyntaxKind.ModuloAssignmentExpression when target.IsWhole:
                ReadDivisor(assignment.Right, scope);
                break;
            case SyntaxKind.SimpleAssignmentExpression or SyntaxKind.AddAssignmentExpression or SyntaxKind.SubtractAssignmentExpression
                or SyntaxKind.MultiplyAssignmentExpression or SyntaxKind.DivideAssignmentExpression or SyntaxKind.ModuloAssignmentExpression:
                ReadFor(assignment.Right, target, scope);
                break;
            default:
                break;
        }
    }

    /// <summary>Arguments of a call of which nothing is known: each keeps its kind, so that the same overload is called.</summary>
    public void ReadArguments(IEnumerable<ArgumentSyntax> arguments, Scope scope)
    {
        foreach (var argument in arguments.Where(argument => argument.RefKindKeyword.IsKind(SyntaxKind.None)))
        {
            ReadExact(argument.Expression, scope);
        }
    }

    private void ReadExact(ExpressionSyntax expression, Scope scope)
    {
        var kind = typing.KindOf(expression);
        Read(expression, kind.IsWritable ? kind : Kind.Opaque, isExact: true, scope);
    }

    private void Read(ExpressionSyntax expression, Kind accepts, bool isExact, Scope scope)
    {
        if (expression is ParenthesizedExpressionSyntax parenthesized)
        {
            Read(parenthesized.Expression, accepts, isExact, scope);
            return;
        }

        if (accepts != Kind.Opaque && Plain.DeclaresNothing(expression))
        {
            _places.Add(new ExpressionPlace(expression, accepts, isExact, IsDivisor: false, scope));
        }

        ReadInside(expression, accepts, isExact, scope);
    }

    private void ReadInside(ExpressionSyntax expression, Kind accepts, bool isExact, Scope scope)
    {
        switch (expression)
        {
            case BinaryExpressionSyntax binary:
                ReadBinary(binary, accepts, isExact, scope);
                break;
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not:
                ReadFor(not.Operand, Kind.Bool, scope);
                break;
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } minus when Literals.Value(minus) is null:
                ReadOperand(minus.Operand, accepts, isExact, scope);
                break;
            case ConditionalExpressionSyntax choice:
                ReadFor(choice.Condition, Kind.Bool, scope);
                ReadOperand(choice.WhenTrue, accepts, isExact, scope);
                ReadOperand(choice.WhenFalse, accepts, isExact, scope);
                break;
            case CastExpressionSyntax cast when Kinds.Named(cast.Type.ToString()) >= Kind.Int && typing.KindOf(cast.Expression).IsNumber:
                ReadFor(cast.Expression, Kind.Double, scope);
                break;
            case InvocationExpressionSyntax call:
                ReadCall(call, accepts, isExact, scope);
                break;
            case TupleExpressionSyntax tuple:
                ReadArguments(tuple.Arguments, scope);
                break;
            case BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: var arguments, Initializer: null }:
                ReadArguments(arguments, scope);
                break;
            default:
                break;
        }
    }

    private void ReadOperand(ExpressionSyntax operand, Kind accepts, bool isExact, Scope scope)
    {
        if (isExact)
        {
            ReadExact(operand, scope);
        }
        else
        {
            ReadFor(operand, accepts, scope);
        }
    }

    private void ReadBinary(BinaryExpressionSyntax binary, Kind accepts, bool isExact, Scope scope)
    {
        var (left, right) = (typing.KindOf(binary.Left), typing.KindOf(binary.Right));
        switch (binary.Kind())
        {
            case SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression:
                ReadFor(binary.Left, Kind.Bool, scope);
                ReadFor(binary.Right, Kind.Bool, scope);
                break;
            case SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression
                or SyntaxKind.GreaterThanOrEqualExpression or SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression:
                ReadFor(binary.Left, left.With(right), scope);
                ReadFor(binary.Right, left.With(right), scope);
                break;
            case SyntaxKind.DivideExpression or SyntaxKind.ModuloExpression when left.IsWhole && right.IsWhole:
                ReadOperand(binary.Left, accepts, isExact: true, scope);
                ReadDivisor(binary.Right, scope);
                break;
            case SyntaxKind.DivideExpression or SyntaxKind.ModuloExpression:
                // Of two operands one must stay a fraction, or a division of whole numbers would come of it.
                ReadOperand(binary.Left, accepts, isExact || right.IsWhole, scope);
                ReadOperand(binary.Right, accepts, isExact || left.IsWhole, scope);
                break;
            case SyntaxKind.AddExpression or SyntaxKind.SubtractExpression or SyntaxKind.MultiplyExpression:
                ReadOperand(binary.Left, accepts, isExact, scope);
                ReadOperand(binary.Right, accepts, isExact, scope);
                break;
            default:
                break;
        }
    }

    private void ReadDivisor(ExpressionSyntax divisor, Scope scope)
    {
        if (Literals.Value(divisor) is not null)
        {
            _places.Add(new ExpressionPlace(divisor.Bare(), typing.KindOf(divisor), IsExact: true, IsDivisor: true, scope));
        }
    }

    private void ReadCall(InvocationExpressionSyntax call, Kind accepts, bool isExact, Scope scope)
    {
        if (MathFunctions.Of(call) is not { } function)
        {
            if (call.Expression is not IdentifierNameSyntax { Identifier.Text: "nameof" })
            {
                ReadArguments(call.ArgumentList.Arguments, scope);
            }

            return;
        }

        foreach (var argument in call.ArgumentList.Arguments)
        {
            switch (function.Rule)
            {
                case MathRule.Keeps:
                    ReadOperand(argument.Expression, accepts, isExact, scope);
                    break;
                case MathRule.Rounds:
                    ReadExact(argument.Expression, scope);
                    break;
                default:
                    ReadFor(argument.Expression, Kind.Double, scope);
                    break;
            }
        }
    }
}
