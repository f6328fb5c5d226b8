namespace FunSearch.Proposers.Answers;

/// <summary>What a piece of an answer seems to be, the most trusted first.</summary>
internal enum FindKind
{
    /// <summary>A method with the name that the prompt left open.</summary>
    OpenVersion,

    /// <summary>The rest of the open header's body, up to the brace that closes it.</summary>
    Continuation,

    /// <summary>A body alone: a block in braces, or statements that end in a return.</summary>
    Body,

    /// <summary>A method with the function's own name, or with a later version than was asked for.</summary>
    OwnName,

    /// <summary>A method named like one of the programs in the prompt; the latest of them first, for the others are likely repeated.</summary>
    EarlierVersion,

    /// <summary>Any other method with as many parameters.</summary>
    OtherMethod,
}

/// <summary>A piece of an answer that may become the function's body.</summary>
/// <param name="Start">Index of the first token inside the braces, or of the expression.</param>
/// <param name="End">Index of the token that closes it; <see cref="AnswerRegion.None"/> when the answer ends inside.</param>
internal sealed record Find(AnswerRegion Region, FindKind Kind, int Start, int End)
{
    /// <summary>The method's name as the answer writes it; null for a body alone.</summary>
    public string? Name { get; init; }

    /// <summary>The names of the method's parameters, empty for one that cannot be read; null for a body alone.</summary>
    public IReadOnlyList<string>? Parameters { get; init; }

    /// <summary>True for <c>=> expression;</c>.</summary>
    public bool IsExpression { get; init; }
}
