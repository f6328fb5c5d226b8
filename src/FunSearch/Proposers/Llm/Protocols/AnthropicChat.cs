using Anthropic;
using Microsoft.Extensions.AI;

namespace FunSearch.Proposers.Llm.Protocols;

/// <summary>Anthropic's messages, as its own client speaks them; how requests are repeated and limited is no business of that client here.</summary>
internal static class AnthropicChat
{
    private const string Version = "/v1";

    public static IChatClient Client(HttpClient http, FailureSentences sentences, int maxOutputTokens)
    {
        // Its own documentation writes the address with the version, and its client adds that by itself.
        var address = $"{sentences.Endpoint.Address}".TrimEnd('/');
        var client = new AnthropicClient
        {
            ApiKey = sentences.Key?.Value,
            BaseUrl = address.EndsWith(Version, StringComparison.Ordinal) ? address[..^Version.Length] : address,
            HttpClient = http,
            MaxRetries = 0,
            Timeout = Timeout.InfiniteTimeSpan,
        };
        return new EndpointChatClient(client.AsIChatClient(sentences.Model, maxOutputTokens), sentences, options => options, _ => null);
    }
}
