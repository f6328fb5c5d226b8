using System.Runtime.CompilerServices;
using Anthropic.Exceptions;
using Microsoft.Extensions.AI;

namespace FunSearch.Proposers.Llm.Protocols;

/// <summary>A server behind any protocol: whatever it does wrong is a <see cref="RequestException"/> with a sentence, and its words never hold the key.</summary>
/// <param name="understood">The options as the server understands them.</param>
/// <param name="errorIn">What a piece of an answer says went wrong in the middle of it; null for nothing.</param>
internal sealed class EndpointChatClient(
    IChatClient inner, FailureSentences sentences, Func<ChatOptions?, ChatOptions?> understood, Func<ChatResponseUpdate, string?> errorIn) : DelegatingChatClient(inner)
{
    private const int LongestName = 200;

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var response = await ToldAsync(
            async () => await base.GetResponseAsync(messages, understood(options), cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        foreach (var text in response.Messages.SelectMany(message => message.Contents).OfType<TextContent>())
        {
            text.Text = sentences.Key?.RemoveFrom(text.Text) ?? text.Text;
        }

        (response.ModelId, response.ResponseId) = (Named(response.ModelId), null);
        return response;
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var updates = base.GetStreamingResponseAsync(messages, understood(options), cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var end = updates.ConfigureAwait(false);
        var key = new KeyFilter(sentences.Key);
        var isAnswer = false;
        while (await ToldAsync(() => MovesOnAsync(updates), cancellationToken).ConfigureAwait(false))
        {
            foreach (var text in updates.Current.Contents.OfType<TextContent>())
            {
                text.Text = key.Pass(text.Text);
            }

            (updates.Current.ModelId, updates.Current.ResponseId) = (Named(updates.Current.ModelId), null);
            isAnswer = true;
            yield return updates.Current;
        }

        if (!isAnswer)
        {
            throw Garbage();
        }

        yield return new ChatResponseUpdate(ChatRole.Assistant, key.Rest());
    }

    private async ValueTask<bool> MovesOnAsync(IAsyncEnumerator<ChatResponseUpdate> updates) =>
        await updates.MoveNextAsync().ConfigureAwait(false) && (errorIn(updates.Current) is not { } error
            ? true
            : throw new RequestException(RequestFailure.Passing, sentences.ForBrokenOff(error)) { MayCost = true });

    private async ValueTask<T> ToldAsync<T>(Func<ValueTask<T>> ask, CancellationToken cancellationToken)
    {
        try
        {
            return await ask().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not RequestException)
        {
            // Of a cancellation a client may tell in any way: as of a line that cannot be read, or of a connection that was lost.
            throw exception.InnerException is RequestException told ? told
                : cancellationToken.IsCancellationRequested ? new OperationCanceledException(cancellationToken)
                : Failure(exception);
        }
    }

    /// <summary>What an exception of a client means. What happened on the wire was told by <see cref="Attempts"/>; all that is left is an answer
    /// that the client cannot read, and what it throws then depends on the answer.</summary>
    private RequestException Failure(Exception exception) => exception switch
    {
        AnthropicSseException broken => new RequestException(RequestFailure.Passing, sentences.ForBrokenOff(ErrorIn(broken.Message))) { MayCost = true },
        _ => Garbage(),
    };

    /// <summary>Anthropic's client quotes the error that it was sent: <c>… '{"type":"error",…}'</c>.</summary>
    private static string ErrorIn(string message) =>
        message.IndexOf('{', StringComparison.Ordinal) is var start and >= 0 && message.LastIndexOf('}') is var end && end > start ? message[start..(end + 1)] : message;

    /// <summary>The model that a server says it is, which goes into spans and measurements: no longer than the name of one.</summary>
    private static string? Named(string? model) => model?.Length > LongestName ? model[..LongestName] : model;

    private RequestException Garbage() => new(RequestFailure.Passing, sentences.ForGarbage()) { MayCost = true };
}
