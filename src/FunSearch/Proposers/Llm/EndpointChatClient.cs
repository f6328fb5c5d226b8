using System.ClientModel;
using System.Text.Json;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace FunSearch.Proposers.Llm;

/// <summary>A server that speaks OpenAI's protocol: asks it the way that it understands, and says in a sentence why it could not.</summary>
internal sealed class EndpointChatClient(IChatClient inner, FailureSentences sentences, TimeSpan timeout) : DelegatingChatClient(inner)
{
    // OpenAI's newer models refuse max_tokens; nobody else's server can be relied on to read max_completion_tokens.
    private readonly bool _isOpenAi = Provider.At(sentences.Endpoint.Address)?.Name is "openai" or "azure";

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            var response = await base.GetResponseAsync(messages, Understood(options), cancellationToken).ConfigureAwait(false);
            foreach (var text in response.Messages.SelectMany(message => message.Contents).OfType<TextContent>())
            {
                text.Text = sentences.Key?.RemoveFrom(text.Text) ?? text.Text;
            }

            return response;
        }
        catch (Exception exception) when (Failure(exception) is { } failure)
        {
            // With further attempts behind it, the caller's own cancellation comes as one failure among others.
            cancellationToken.ThrowIfCancellationRequested();
            throw failure;
        }
    }

    /// <summary>What an exception of the client means; null for one that it is not known to throw.</summary>
    private RequestException? Failure(Exception exception) => exception switch
    {
        // More than one attempt threw: the last one says how things are.
        AggregateException { InnerExceptions: [.., var last] } => Failure(last),
        ClientResultException { Status: 0 } or HttpRequestException =>
            new RequestException(RequestFailure.Unreachable, sentences.ForUnreachable((exception.InnerException ?? exception).Message)),
        ClientResultException refused => new RequestException(
            refused.Status is 401 or 403 or 404 ? RequestFailure.Final : RequestFailure.Passing,
            sentences.ForStatus(refused.Status, refused.GetRawResponse()?.Content.ToString() ?? "")),
        IOException => new RequestException(RequestFailure.Passing, sentences.ForBrokenOff(exception.Message)),
        OperationCanceledException => new RequestException(RequestFailure.Passing, sentences.ForTimeout(timeout)),
        JsonException or InvalidOperationException or ArgumentException or FormatException =>
            new RequestException(RequestFailure.Passing, sentences.ForGarbage()),
        _ => null,
    };

    private ChatOptions? Understood(ChatOptions? options)
    {
        if (_isOpenAi || options?.MaxOutputTokens is not { } tokens)
        {
            return options;
        }

        options = options.Clone();
        options.MaxOutputTokens = null;
        options.RawRepresentationFactory = _ =>
        {
            var raw = new ChatCompletionOptions();
#pragma warning disable SCME0001 // The patch is marked as experimental, and the only way to a field that the client does not know.
            raw.Patch.Set("$.max_tokens"u8, tokens);
#pragma warning restore SCME0001
            return raw;
        };
        return options;
    }
}
