namespace FunSearch.Proposers.Llm.Prompts;

/// <summary>What a model is told besides a prompt's programs, as it stood when the prompt was drawn.</summary>
/// <param name="Best">The highest training score so far, higher is better.</param>
/// <param name="Failures">What became of answers that failed of late, a sentence each, the newest first.</param>
internal sealed record Briefing(Intent Intent, double Best, IReadOnlyList<string> Failures)
{
    /// <summary>Before anything is known.</summary>
    public static Briefing First { get; } = new(Intent.All["improve"], 0, []);
}
