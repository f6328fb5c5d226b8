using FunSearch.Proposers.Llm.Settings;
using Microsoft.Extensions.AI;

namespace FunSearch.Proposers.Llm.Protocols;

/// <summary>A client that was made for one model of the configuration: it asks with that model's settings where a caller says nothing, and ends
/// its connections when it is disposed of.</summary>
internal sealed class OwnedChatClient(IChatClient inner, HttpClient http, ModelSettings settings) : DelegatingChatClient(inner)
{
    public override Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        base.GetResponseAsync(messages, Settled(options), cancellationToken);

    public override IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        base.GetStreamingResponseAsync(messages, Settled(options), cancellationToken);

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            http.Dispose();
        }
    }

    private ChatOptions Settled(ChatOptions? options)
    {
        var settled = options?.Clone() ?? new ChatOptions();
        settled.Temperature ??= settings.Temperature;
        settled.TopP ??= settings.TopP;
        settled.MaxOutputTokens ??= settings.MaxOutputTokens;
        return settled;
    }
}
