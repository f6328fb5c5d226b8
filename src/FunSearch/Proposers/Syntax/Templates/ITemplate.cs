using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax.Templates;

/// <summary>A piece of code of a shape that has a use for arguments of some type. It holds no number of its own that a problem would have
/// to give: all are drawn, and left to tuning.</summary>
internal interface ITemplate
{
    /// <summary>Two or three words that a person reads in reports.</summary>
    string Name { get; }

    /// <summary>How often it is tried, compared with the operators.</summary>
    double Weight { get; }

    /// <summary>A new piece; null when the scope holds nothing for it.</summary>
    Piece? Make(Materials materials);
}

/// <summary>Statements, which may be none, and the number that they lead to.</summary>
internal sealed record Piece(IReadOnlyList<StatementSyntax> Statements, ExpressionSyntax Value)
{
    public Piece(ExpressionSyntax value)
        : this([], value)
    {
    }
}
