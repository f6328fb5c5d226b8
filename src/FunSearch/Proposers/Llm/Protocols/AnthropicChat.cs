using Anthropic;
using Microsoft.Extensions.AI;

namespace FunSearch.Proposers.Llm.Protocols;

/// <summary>Anthropic's messages, as its own client speaks them; how requests are repeated and limited is no business of that client here.</summary>
internal static class AnthropicChat
{
    public static IChatClient Client(HttpClient http, FailureSentences sentences, int maxOutputTokens)
    {
        var client = new AnthropicClient
        {
            ApiKey = sentences.Key?.Value,
            BaseUrl = $"{sentences.Endpoint.Address}".TrimEnd('/'),
            HttpClient = http,
            MaxRetries = 0,
            Timeout = Timeout.InfiniteTimeSpan,
        };
        return new EndpointChatClient(client.AsIChatClient(sentences.Model, maxOutputTokens), sentences, options => options, _ => null);
    }
}
