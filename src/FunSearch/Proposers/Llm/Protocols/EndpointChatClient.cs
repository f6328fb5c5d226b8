using System.Runtime.CompilerServices;
using System.Text.Json;
using Anthropic.Exceptions;
using Microsoft.Extensions.AI;

namespace FunSearch.Proposers.Llm.Protocols;

/// <summary>A server behind any protocol: whatever it does wrong is a <see cref="RequestException"/> with a sentence, and its words never hold the key.</summary>
/// <param name="understood">The options as the server understands them.</param>
/// <param name="errorIn">What a piece of an answer says went wrong in the middle of it; null for nothing.</param>
internal sealed class EndpointChatClient(
    IChatClient inner, FailureSentences sentences, Func<ChatOptions?, ChatOptions?> understood, Func<ChatResponseUpdate, string?> errorIn) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var response = await ToldAsync(
            async () => await base.GetResponseAsync(messages, understood(options), cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        foreach (var text in response.Messages.SelectMany(message => message.Contents).OfType<TextContent>())
        {
            text.Text = sentences.Key?.RemoveFrom(text.Text) ?? text.Text;
        }

        return response;
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var updates = base.GetStreamingResponseAsync(messages, understood(options), cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var end = updates.ConfigureAwait(false);
        var key = new KeyFilter(sentences.Key);
        var isAnswer = false;
        while (await ToldAsync(updates.MoveNextAsync, cancellationToken).ConfigureAwait(false))
        {
            if (errorIn(updates.Current) is { } error)
            {
                throw new RequestException(RequestFailure.Passing, sentences.ForBrokenOff(error)) { MayCost = true };
            }

            foreach (var text in updates.Current.Contents.OfType<TextContent>())
            {
                text.Text = key.Pass(text.Text);
            }

            isAnswer = true;
            yield return updates.Current;
        }

        if (!isAnswer)
        {
            throw Garbage();
        }

        yield return new ChatResponseUpdate(ChatRole.Assistant, key.Rest());
    }

    private async ValueTask<T> ToldAsync<T>(Func<ValueTask<T>> ask, CancellationToken cancellationToken)
    {
        try
        {
            return await ask().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not RequestException && !cancellationToken.IsCancellationRequested && Failure(exception) is { } failure)
        {
            throw failure;
        }
    }

    /// <summary>What an exception of a client means; null for one that none is known to throw. What happened on the wire was told by <see cref="Attempts"/>.</summary>
    private RequestException? Failure(Exception exception) => exception switch
    {
        { InnerException: RequestException told } => told,
        AnthropicSseException broken => new RequestException(RequestFailure.Passing, sentences.ForBrokenOff(ErrorIn(broken.Message))) { MayCost = true },
        JsonException or InvalidOperationException or ArgumentException or FormatException or AnthropicException => Garbage(),
        _ => null,
    };

    /// <summary>Anthropic's client quotes the error that it was sent: <c>… '{"type":"error",…}'</c>.</summary>
    private static string ErrorIn(string message) =>
        message.IndexOf('{', StringComparison.Ordinal) is var start and >= 0 && message.LastIndexOf('}') is var end && end > start ? message[start..(end + 1)] : message;

    private RequestException Garbage() => new(RequestFailure.Passing, sentences.ForGarbage()) { MayCost = true };
}
