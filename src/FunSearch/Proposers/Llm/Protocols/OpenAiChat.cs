using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;

namespace FunSearch.Proposers.Llm.Protocols;

/// <summary>OpenAI's chat, as its own client speaks it; how requests are repeated and limited is no business of that client here.</summary>
internal static class OpenAiChat
{
    // Local servers ask for no key, but the client will not go without.
    private const string NoKey = "none";

    public static IChatClient Client(HttpClient http, FailureSentences sentences)
    {
        var client = new OpenAIClient(new ApiKeyCredential(sentences.Key?.Value ?? NoKey), new OpenAIClientOptions
        {
            Endpoint = sentences.Endpoint.Address,
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            RetryPolicy = new ClientRetryPolicy(0),
            Transport = new HttpClientPipelineTransport(http),
        });

        // OpenAI's newer models refuse max_tokens; nobody else's server can be relied on to read max_completion_tokens.
        var isOpenAi = Provider.At(sentences.Endpoint.Address)?.Name is "openai" or "azure";
        return new EndpointChatClient(client.GetChatClient(sentences.Model).AsIChatClient(), sentences, options => isOpenAi ? options : WithMaxTokens(options), ErrorIn);
    }

#pragma warning disable SCME0001 // The patch is marked as experimental, and the only way to fields that the client does not know.
    private static ChatOptions? WithMaxTokens(ChatOptions? options)
    {
        if (options?.MaxOutputTokens is not { } tokens)
        {
            return options;
        }

        options = options.Clone();
        options.MaxOutputTokens = null;
        options.RawRepresentationFactory = _ =>
        {
            var raw = new ChatCompletionOptions();
            raw.Patch.Set("$.max_tokens"u8, tokens);
            return raw;
        };
        return options;
    }

    private static string? ErrorIn(ChatResponseUpdate update) =>
        update.RawRepresentation is StreamingChatCompletionUpdate piece && piece.Patch.Contains("$.error"u8) && $"{piece.Patch.GetJson("$.error"u8)}" is not "null" and var error
            ? $$"""{"error":{{error}}}"""
            : null;
#pragma warning restore SCME0001
}
