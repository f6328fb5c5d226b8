namespace FunSearch.Specifications;

/// <summary>One mistake in a specification: where, what is, and what must be.</summary>
/// <param name="File">The file's name as the user would type it.</param>
/// <param name="Line">Counted from 1; 0 when the mistake is the whole file's.</param>
public sealed record Mistake(string File, int Line, string Sentence)
{
    public override string ToString() => Line > 0 ? $"{File}({Line}): {Sentence}" : $"{File}: {Sentence}";
}

/// <summary>A specification that no search can start from. The message lists every mistake found, one a line.</summary>
public sealed class SpecificationException(IReadOnlyList<Mistake> mistakes) : Exception(string.Join('\n', mistakes))
{
    /// <summary>All mistakes that were found, at least one.</summary>
    public IReadOnlyList<Mistake> Mistakes { get; } = mistakes;
}
