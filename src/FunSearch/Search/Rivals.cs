using FunSearch.Programs;

namespace FunSearch.Search;

/// <summary>Whom a sample is held against while it is run, so that it can be cut short when it is clearly out.</summary>
/// <param name="Peers">Programs that it must not fall clearly short of, worst first.</param>
/// <param name="Incumbent">For a trial of other numbers the program that it must beat, input by input; null for any other sample.</param>
internal sealed record Rivals(IReadOnlyList<Signature> Peers, Signature? Incumbent)
{
    /// <summary>Nobody: the sample is run to the end.</summary>
    public static Rivals None { get; } = new([], null);
}
