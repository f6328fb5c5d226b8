using System.Runtime.CompilerServices;
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
        catch (Exception exception)
        {
            throw Failure(exception, cancellationToken);
        }
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var updates = Begin(messages, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var end = updates.ConfigureAwait(false);
        while (await MovesOnAsync(updates, cancellationToken).ConfigureAwait(false))
        {
            yield return updates.Current;
        }
    }

    // A client that cannot stream may say so before it is listened to.
    private IAsyncEnumerable<ChatResponseUpdate> Begin(IEnumerable<ChatMessage> messages, CancellationToken cancellationToken)
    {
        try
        {
            return base.GetStreamingResponseAsync(messages, options: null, cancellationToken);
        }
        catch (Exception exception)
        {
            throw Failure(exception, cancellationToken);
        }
    }

    private async ValueTask<bool> MovesOnAsync(IAsyncEnumerator<ChatResponseUpdate> updates, CancellationToken cancellationToken)
    {
        try
        {
            return await updates.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            throw Failure(exception, cancellationToken);
        }
    }

    // Of what type it is only its owner knows: any may pass, until too many in a row have not, and any may have to be paid for.
    private Exception Failure(Exception exception, CancellationToken cancellationToken) => cancellationToken.IsCancellationRequested
        ? new OperationCanceledException(exception.Message, exception, cancellationToken)
        : new RequestException(RequestFailure.Passing, $"The client of {model} failed: {exception.Message}") { MayCost = true };
}
