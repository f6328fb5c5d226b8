using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace FunSearch.Proposers.Llm.Protocols;

/// <summary>OpenAI's completions: a model goes on with a text, as a base model or one that was trained on code alone does best. The messages'
/// text is the text that it goes on with.</summary>
internal sealed class CompletionClient : IChatClient
{
    /// <summary>What ends a stream.</summary>
    private const string Done = "[DONE]";

    private readonly HttpClient _http;
    private readonly FailureSentences _sentences;

    private CompletionClient(HttpClient http, FailureSentences sentences) => (_http, _sentences) = (http, sentences);

    /// <inheritdoc cref="CompletionClient"/>
    public static IChatClient Client(HttpClient http, FailureSentences sentences) =>
        new EndpointChatClient(new CompletionClient(http, sentences), sentences, options => options, ErrorIn);

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var response = await PostAsync(Body(messages, options), cancellationToken).ConfigureAwait(false);
        var answer = JsonElement.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
        return answer.TryGetProperty("choices", out _)
            ? new[] { Update(answer) }.ToChatResponse()
            : throw new FormatException("An answer without choices.");
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var body = Body(messages, options);
        body["stream"] = true;
        body["stream_options"] = new JsonObject { ["include_usage"] = true };
        using var response = await PostAsync(body, cancellationToken).ConfigureAwait(false);
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(cancellationToken).ConfigureAwait(false))
        {
            if (item.Data == Done)
            {
                yield break;
            }

            yield return Update(JsonElement.Parse(item.Data));
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("openai", _sentences.Endpoint.Address, _sentences.Model)
        : serviceType.IsInstanceOfType(this) ? this
        : null;

    public void Dispose()
    {
        // The connection is not its own.
    }

    private static string? ErrorIn(ChatResponseUpdate update) =>
        update.RawRepresentation is JsonElement piece && piece.TryGetProperty("error", out var error) && error.ValueKind != JsonValueKind.Null ? piece.GetRawText() : null;

    /// <summary>A piece of an answer, or the whole: the first text in it, and the tokens once they are told.</summary>
    private static ChatResponseUpdate Update(JsonElement piece)
    {
        var update = new ChatResponseUpdate { Role = ChatRole.Assistant, RawRepresentation = piece };
        if (piece.TryGetProperty("choices", out var choices) && choices.EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } choice)
        {
            update.Contents.Add(new TextContent(choice.GetProperty("text").GetString()));
            update.FinishReason = choice.TryGetProperty("finish_reason", out var end) && end.ValueKind == JsonValueKind.String ? new ChatFinishReason(end.GetString()!) : null;
        }

        if (piece.TryGetProperty("usage", out var usage) && usage.ValueKind == JsonValueKind.Object)
        {
            update.Contents.Add(new UsageContent(new UsageDetails { InputTokenCount = Count(usage, "prompt_tokens"), OutputTokenCount = Count(usage, "completion_tokens") }));
        }

        return update;
    }

    private static long? Count(JsonElement usage, string name) => usage.TryGetProperty(name, out var count) && count.TryGetInt64(out var tokens) ? tokens : null;

    private JsonObject Body(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        var body = new JsonObject
        {
            ["model"] = _sentences.Model,
            ["prompt"] = string.Concat(messages.Select(message => message.Text)),
            ["max_tokens"] = options?.MaxOutputTokens,
            ["temperature"] = options?.Temperature,
            ["top_p"] = options?.TopP,
            ["seed"] = options?.Seed,
            ["stop"] = options?.StopSequences is { Count: > 0 } stops ? new JsonArray([.. stops.Select(stop => JsonValue.Create(stop))]) : null,
        };
        foreach (var (name, _) in body.Where(field => field.Value is null).ToList())
        {
            body.Remove(name);
        }

        return body;
    }

    private async Task<HttpResponseMessage> PostAsync(JsonObject body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _sentences.Endpoint.Under("/completions")) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = _sentences.Key is { } key ? new AuthenticationHeaderValue("Bearer", key.Value) : null;
        return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
    }
}
