namespace FunSearch.Proposers.Llm.Settings;

/// <summary>What models are told.</summary>
internal sealed record PromptSettings
{
    /// <summary>A template that takes the place of the shipped one for chat models; null for that.</summary>
    public string? Chat { get; init; }

    /// <summary>A template that takes the place of the shipped one for completion models; null for that.</summary>
    public string? Completion { get; init; }

    /// <summary>What an expert knows and a model should be told: a file in place of the problem's own <c>knowledge.md</c>; null for that.</summary>
    public string? Knowledge { get; init; }

    /// <summary>What a model is asked for, by turns: more often what improves more.</summary>
    /// <value>Default: all there are.</value>
    public IReadOnlyList<string> Intents { get; init; } = ["improve", "combine", "different", "simplify", "explain"];

    /// <summary>Failures of late, the newest first, that a prompt tells of.</summary>
    /// <value>Default 3.</value>
    public int Failures { get; init; } = 3;
}
