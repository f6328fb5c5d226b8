using FunSearch.Programs;

namespace FunSearch.Prompts;

/// <summary>What a proposer is asked: to improve on a few programs.</summary>
/// <param name="Number">Counts the prompts of a run from 1.</param>
/// <param name="Parents">Programs to improve on, worst first, so that the prompt reads as progress; at least one.</param>
/// <param name="Random">The chance of this prompt, derived from the run's seed and the number; a proposer takes all of its chance from it.</param>
public sealed record Prompt(long Number, IReadOnlyList<ScoredProgram> Parents, Random Random)
{
    /// <summary>The highest training score of all programs so far, higher is better.</summary>
    public double Best { get; init; } = Parents.Max(parent => parent.Score);
}
