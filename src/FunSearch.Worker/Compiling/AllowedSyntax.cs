using System.Collections.Frozen;
using Microsoft.CodeAnalysis.CSharp;

namespace FunSearch.Worker.Compiling;

/// <summary>The syntax a body may be made of. What is not here is refused: attributes, types, queries, exceptions, jumps, pointers.</summary>
internal static class AllowedSyntax
{
    public static readonly FrozenSet<SyntaxKind> Kinds =
    [
        // Statements.
        SyntaxKind.Block, SyntaxKind.LocalDeclarationStatement, SyntaxKind.VariableDeclaration, SyntaxKind.VariableDeclarator,
        SyntaxKind.EqualsValueClause, SyntaxKind.ExpressionStatement, SyntaxKind.EmptyStatement, SyntaxKind.IfStatement, SyntaxKind.ElseClause,
        SyntaxKind.WhileStatement, SyntaxKind.DoStatement, SyntaxKind.ForStatement, SyntaxKind.ForEachStatement,
        SyntaxKind.ForEachVariableStatement, SyntaxKind.SwitchStatement, SyntaxKind.SwitchSection, SyntaxKind.CaseSwitchLabel,
        SyntaxKind.CasePatternSwitchLabel, SyntaxKind.DefaultSwitchLabel, SyntaxKind.WhenClause, SyntaxKind.BreakStatement,
        SyntaxKind.ContinueStatement, SyntaxKind.ReturnStatement, SyntaxKind.CheckedStatement, SyntaxKind.UncheckedStatement,

        // Local functions and lambdas.
        SyntaxKind.LocalFunctionStatement, SyntaxKind.ParameterList, SyntaxKind.Parameter, SyntaxKind.ArrowExpressionClause,
        SyntaxKind.SimpleLambdaExpression, SyntaxKind.ParenthesizedLambdaExpression,

        // Names and types.
        SyntaxKind.IdentifierName, SyntaxKind.GenericName, SyntaxKind.QualifiedName, SyntaxKind.TypeArgumentList, SyntaxKind.PredefinedType,
        SyntaxKind.ArrayType, SyntaxKind.ArrayRankSpecifier, SyntaxKind.OmittedArraySizeExpression, SyntaxKind.NullableType,
        SyntaxKind.TupleType, SyntaxKind.TupleElement, SyntaxKind.RefType,

        // Values.
        SyntaxKind.NumericLiteralExpression, SyntaxKind.StringLiteralExpression, SyntaxKind.Utf8StringLiteralExpression,
        SyntaxKind.CharacterLiteralExpression, SyntaxKind.TrueLiteralExpression, SyntaxKind.FalseLiteralExpression,
        SyntaxKind.NullLiteralExpression, SyntaxKind.DefaultLiteralExpression, SyntaxKind.DefaultExpression, SyntaxKind.TupleExpression,
        SyntaxKind.ObjectCreationExpression, SyntaxKind.ImplicitObjectCreationExpression, SyntaxKind.ArrayCreationExpression,
        SyntaxKind.ImplicitArrayCreationExpression, SyntaxKind.ArrayInitializerExpression, SyntaxKind.CollectionInitializerExpression,
        SyntaxKind.ComplexElementInitializerExpression, SyntaxKind.ObjectInitializerExpression, SyntaxKind.ImplicitElementAccess,
        SyntaxKind.CollectionExpression, SyntaxKind.ExpressionElement, SyntaxKind.SpreadElement, SyntaxKind.RangeExpression,
        SyntaxKind.IndexExpression,

        // Access and calls.
        SyntaxKind.ParenthesizedExpression, SyntaxKind.SimpleMemberAccessExpression, SyntaxKind.ElementAccessExpression,
        SyntaxKind.ConditionalAccessExpression, SyntaxKind.MemberBindingExpression, SyntaxKind.ElementBindingExpression,
        SyntaxKind.BracketedArgumentList, SyntaxKind.InvocationExpression, SyntaxKind.ArgumentList, SyntaxKind.Argument, SyntaxKind.NameColon,
        SyntaxKind.RefExpression, SyntaxKind.CastExpression, SyntaxKind.CheckedExpression, SyntaxKind.UncheckedExpression,
        SyntaxKind.DeclarationExpression, SyntaxKind.SuppressNullableWarningExpression,

        // Operators.
        SyntaxKind.AddExpression, SyntaxKind.SubtractExpression, SyntaxKind.MultiplyExpression, SyntaxKind.DivideExpression,
        SyntaxKind.ModuloExpression, SyntaxKind.LeftShiftExpression, SyntaxKind.RightShiftExpression, SyntaxKind.UnsignedRightShiftExpression,
        SyntaxKind.LogicalAndExpression, SyntaxKind.LogicalOrExpression, SyntaxKind.BitwiseAndExpression, SyntaxKind.BitwiseOrExpression,
        SyntaxKind.ExclusiveOrExpression, SyntaxKind.EqualsExpression, SyntaxKind.NotEqualsExpression, SyntaxKind.LessThanExpression,
        SyntaxKind.LessThanOrEqualExpression, SyntaxKind.GreaterThanExpression, SyntaxKind.GreaterThanOrEqualExpression,
        SyntaxKind.CoalesceExpression, SyntaxKind.ConditionalExpression, SyntaxKind.UnaryPlusExpression, SyntaxKind.UnaryMinusExpression,
        SyntaxKind.BitwiseNotExpression, SyntaxKind.LogicalNotExpression, SyntaxKind.PreIncrementExpression, SyntaxKind.PreDecrementExpression,
        SyntaxKind.PostIncrementExpression, SyntaxKind.PostDecrementExpression, SyntaxKind.SimpleAssignmentExpression,
        SyntaxKind.AddAssignmentExpression, SyntaxKind.SubtractAssignmentExpression, SyntaxKind.MultiplyAssignmentExpression,
        SyntaxKind.DivideAssignmentExpression, SyntaxKind.ModuloAssignmentExpression, SyntaxKind.AndAssignmentExpression,
        SyntaxKind.OrAssignmentExpression, SyntaxKind.ExclusiveOrAssignmentExpression, SyntaxKind.LeftShiftAssignmentExpression,
        SyntaxKind.RightShiftAssignmentExpression, SyntaxKind.UnsignedRightShiftAssignmentExpression, SyntaxKind.CoalesceAssignmentExpression,

        // Patterns.
        SyntaxKind.IsExpression, SyntaxKind.IsPatternExpression, SyntaxKind.SwitchExpression, SyntaxKind.SwitchExpressionArm,
        SyntaxKind.ConstantPattern, SyntaxKind.DeclarationPattern, SyntaxKind.VarPattern, SyntaxKind.DiscardPattern, SyntaxKind.TypePattern,
        SyntaxKind.RelationalPattern, SyntaxKind.AndPattern, SyntaxKind.OrPattern, SyntaxKind.NotPattern, SyntaxKind.ParenthesizedPattern,
        SyntaxKind.RecursivePattern, SyntaxKind.PropertyPatternClause, SyntaxKind.PositionalPatternClause, SyntaxKind.Subpattern,
        SyntaxKind.ExpressionColon, SyntaxKind.ListPattern, SyntaxKind.SlicePattern, SyntaxKind.SingleVariableDesignation,
        SyntaxKind.ParenthesizedVariableDesignation, SyntaxKind.DiscardDesignation,
    ];
}
