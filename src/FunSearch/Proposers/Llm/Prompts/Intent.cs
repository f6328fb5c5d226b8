namespace FunSearch.Proposers.Llm.Prompts;

/// <summary>One thing that a model can be asked for: no single request keeps bringing something new.</summary>
/// <param name="Chat">The request.</param>
/// <param name="Completion">How a text that is to be continued announces it, as a comment.</param>
/// <param name="LeastParents">It makes no sense with fewer.</param>
internal sealed record Intent(string Name, string Chat, string Completion, int LeastParents = 1)
{
    /// <summary>All of them, by name.</summary>
    public static IReadOnlyDictionary<string, Intent> All { get; } = new Intent[]
    {
        new("improve",
            "Find what holds the last version back, and write one that scores better.",
            "A better version."),
        new("combine",
            "Take the strongest idea of each version, and join them in one that scores better than all.",
            "The strongest ideas of all versions, joined.",
            LeastParents: 2),
        new("different",
            "Leave the ways of these versions: write one that rests on another idea, and scores better.",
            "Another idea altogether."),
        new("simplify",
            "Simplify the last version: keep what carries its score, drop the rest, and let what is left do its work better.",
            "A simpler version that does better."),
        new("explain",
            "First say in two or three sentences what the last version gets right and where it goes wrong. Then write one that mends that.",
            "What the last version gets wrong is mended here."),
    }.ToDictionary(intent => intent.Name);
}
