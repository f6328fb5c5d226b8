namespace FunSearch.Proposers.Llm.Settings;

/// <summary>What models are told. The configuration names files; here, and in a stored run, is what stood in them: a run goes on and is
/// replayed when they are gone.</summary>
internal sealed record PromptSettings
{
    [Key("A template for chat models.", IsFile = true, Without = "the shipped one")]
    public string? Chat { get; init; }

    [Key("A template for completion models.", IsFile = true, Without = "the shipped one")]
    public string? Completion { get; init; }

    [Key("What an expert knows and a model should be told.", IsFile = true, Without = "knowledge.md beside the problem, where there is one")]
    public string? Knowledge { get; init; }

    [Key("What a model is asked for, by turns: more often what improves more.", DefaultIsAll = true)]
    public IReadOnlyList<string> Intents { get; init; } = ["improve", "combine", "different", "simplify", "explain"];

    [Key("Failures of late, the newest first, that a prompt tells of.", Unit = "failures", Least = 0, Most = 100)]
    public int Failures { get; init; } = 3;
}
