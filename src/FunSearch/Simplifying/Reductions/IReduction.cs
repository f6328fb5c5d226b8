using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Simplifying.Reductions;

/// <summary>One way of taking something out of a program. It need not know whether what is left compiles: that is tried.</summary>
internal interface IReduction
{
    /// <summary>The trees that are left, each by one reduction; those that promise to take most come first where that is easily told.</summary>
    IEnumerable<BlockSyntax> Of(Draft draft);
}
