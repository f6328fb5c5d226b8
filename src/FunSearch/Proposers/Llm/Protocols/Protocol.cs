namespace FunSearch.Proposers.Llm.Protocols;

/// <summary>How a server is spoken to.</summary>
/// <param name="Name">Whose it is, for people.</param>
/// <param name="Answer">What it calls an answer, for people.</param>
internal sealed record Protocol(string Name, string Answer)
{
    public static readonly Protocol Chat = new("OpenAI's protocol", "chat completion");

    /// <summary>The text is continued, and nobody is spoken to.</summary>
    public static readonly Protocol Completion = new("OpenAI's protocol", "completion");

    public static readonly Protocol Anthropic = new("Anthropic's protocol", "message");
}
