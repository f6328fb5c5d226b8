using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FunSearch.Proposers.Syntax;

/// <summary>How a function of <see cref="Math"/> treats the kinds of its arguments.</summary>
internal enum MathRule
{
    /// <summary>The result has the arguments' common kind.</summary>
    Keeps,

    /// <summary>Takes and gives <c>double</c>.</summary>
    Doubles,

    /// <summary>Needs a <c>double</c> that is one already: an <c>int</c> would be ambiguous with the overload for <c>decimal</c>.</summary>
    Rounds,

    /// <summary>Gives an <c>int</c>.</summary>
    Signs,
}

/// <summary>The functions of <see cref="Math"/> that edits understand.</summary>
internal static class MathFunctions
{
    private static readonly Dictionary<string, MathRule> Rules = new()
    {
        ["Abs"] = MathRule.Keeps,
        ["Max"] = MathRule.Keeps,
        ["Min"] = MathRule.Keeps,
        ["Sqrt"] = MathRule.Doubles,
        ["Cbrt"] = MathRule.Doubles,
        ["Pow"] = MathRule.Doubles,
        ["Exp"] = MathRule.Doubles,
        ["Log"] = MathRule.Doubles,
        ["Log2"] = MathRule.Doubles,
        ["Log10"] = MathRule.Doubles,
        ["Sin"] = MathRule.Doubles,
        ["Cos"] = MathRule.Doubles,
        ["Tanh"] = MathRule.Doubles,
        ["Atan"] = MathRule.Doubles,
        ["Floor"] = MathRule.Rounds,
        ["Ceiling"] = MathRule.Rounds,
        ["Truncate"] = MathRule.Rounds,
        ["Sign"] = MathRule.Signs,
    };

    // Functions of one group can stand for each other: any argument that suits one suits all.
    private static readonly string[][] Exchangeable =
    [
        ["Max", "Min"],
        ["Sqrt", "Cbrt", "Log", "Log2", "Log10"],
        ["Sin", "Cos", "Tanh", "Atan"],
        ["Floor", "Ceiling", "Truncate"],
    ];

    /// <summary>The function's name and rule when the call is one of <see cref="Math"/> that edits understand.</summary>
    public static (string Name, MathRule Rule)? Of(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "Math" } } member
        && Rules.TryGetValue(member.Name.Identifier.Text, out var rule)
        && call.ArgumentList.Arguments.All(argument => argument.RefKindKeyword.IsKind(SyntaxKind.None) && argument.NameColon is null)
            ? (member.Name.Identifier.Text, rule)
            : null;

    /// <summary>Functions that can stand for the named one, without itself.</summary>
    public static IReadOnlyList<string> Others(string name) =>
        Exchangeable.FirstOrDefault(group => group.Contains(name)) is { } group ? [.. group.Where(other => other != name)] : [];
}
