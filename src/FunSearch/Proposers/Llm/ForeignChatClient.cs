using Microsoft.Extensions.AI;

namespace FunSearch.Proposers.Llm;

/// <summary>A client that its owner has built, with retries, limits and options of its own: asked as it is, and whatever it throws is one
/// failed request.</summary>
internal sealed class ForeignChatClient(IChatClient inner, string model) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            return await base.GetResponseAsync(messages, options: null, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // Of what type it is only its owner knows: any may pass, until too many in a row have not.
            throw new RequestException(RequestFailure.Passing, $"The client of {model} failed: {exception.Message}");
        }
    }
}
