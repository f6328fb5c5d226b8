using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax;

/// <summary>One way to change a body. Stateless: all chance comes with the edit.</summary>
internal interface IOperator
{
    /// <summary>Two or three words that a person reads in reports.</summary>
    string Name { get; }

    /// <summary>How often it is tried, compared with the others.</summary>
    double Weight { get; }

    /// <summary>The changed body, not simplified yet; null when the parent holds nothing for this operator.</summary>
    BlockSyntax? Apply(Edit edit);
}
