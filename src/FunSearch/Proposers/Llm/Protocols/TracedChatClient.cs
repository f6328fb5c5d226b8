using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace FunSearch.Proposers.Llm.Protocols;

/// <summary>A span and measurements of every request, by OpenTelemetry's conventions for generative AI, for whoever listens to
/// <see cref="SourceName"/>. They hold no word of what was asked or answered, nor of a server that quotes it in a failure. A request that was
/// hung up on has not failed.</summary>
/// <remarks>The client that knows the conventions stands in the middle, and describes a failed span by the exception's own text. So the innermost
/// client hides from it what the outermost tells again.</remarks>
/// <param name="inner">Fails with a <see cref="RequestException"/>, or is cancelled.</param>
internal sealed class TracedChatClient(IChatClient inner)
    : DelegatingChatClient(new OpenTelemetryChatClient(new Discreet(inner), sourceName: SourceName) { EnableSensitiveData = false })
{
    /// <summary>The name of the library's activity sources and meters.</summary>
    public const string SourceName = "FunSearch";

    // What the innermost client gives in place of an answer that nobody waits for any more: found again by its reference.
    private static readonly ChatResponse NoAnswer = new();
    private static readonly ChatResponseUpdate HungUp = new();

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            var response = await base.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
            return ReferenceEquals(response, NoAnswer) ? throw new OperationCanceledException(cancellationToken) : response;
        }
        catch (RequestFailedException failed)
        {
            throw failed.Told;
        }
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var updates = base.GetStreamingResponseAsync(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var end = updates.ConfigureAwait(false);
        while (await MovesOnAsync(updates).ConfigureAwait(false))
        {
            yield return ReferenceEquals(updates.Current, HungUp) ? throw new OperationCanceledException(cancellationToken) : updates.Current;
        }
    }

    private static async ValueTask<bool> MovesOnAsync(IAsyncEnumerator<ChatResponseUpdate> updates)
    {
        try
        {
            return await updates.MoveNextAsync().ConfigureAwait(false);
        }
        catch (RequestFailedException failed)
        {
            throw failed.Told;
        }
    }

    /// <summary>A failure without its words, as spans show it: of its type, and of its kind.</summary>
    private sealed class RequestFailedException(RequestException told) : Exception($"{told.Failure}")
    {
        public RequestException Told => told;
    }

    /// <summary>Keeps failures to itself, and lets a request that was hung up on end as if it were complete.</summary>
    private sealed class Discreet(IChatClient inner) : DelegatingChatClient(inner)
    {
        public override async Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            try
            {
                return await base.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
            }
            catch (RequestException told)
            {
                throw new RequestFailedException(told);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return NoAnswer;
            }
        }

        public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            var updates = base.GetStreamingResponseAsync(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
            await using var end = updates.ConfigureAwait(false);
            while (await NextAsync(updates, cancellationToken).ConfigureAwait(false) is { } update)
            {
                yield return update;
                if (ReferenceEquals(update, HungUp))
                {
                    yield break;
                }
            }
        }

        private static async ValueTask<ChatResponseUpdate?> NextAsync(IAsyncEnumerator<ChatResponseUpdate> updates, CancellationToken cancellationToken)
        {
            try
            {
                return await updates.MoveNextAsync().ConfigureAwait(false) ? updates.Current : null;
            }
            catch (RequestException told)
            {
                throw new RequestFailedException(told);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return HungUp;
            }
        }
    }
}
