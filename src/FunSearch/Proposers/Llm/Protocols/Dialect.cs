using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FunSearch.Proposers.Llm.Protocols;

/// <summary>Makes a request what its server understands, and its answer what a client does: not all servers speak a protocol alike.</summary>
/// <remarks>A server that does not know <c>stream_options</c> is asked without from then on, and counts no tokens. One that answers in one piece,
/// though it was asked to answer bit by bit, seems to have said all at once.</remarks>
/// <param name="fields">What the user wants sent besides, as it is; it replaces what stands there.</param>
internal sealed class Dialect(HttpMessageHandler inner, IReadOnlyDictionary<string, JsonElement> fields, FailureSentences sentences) : DelegatingHandler(inner)
{
    private const string StreamOptions = "stream_options";

    private volatile bool _knowsStreamOptions = true;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = await BodyAsync(request, cancellationToken).ConfigureAwait(false);
        if (body is null)
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        var response = await SendAsync(request, body, cancellationToken).ConfigureAwait(false);
        if (_knowsStreamOptions && body.ContainsKey(StreamOptions) && await RefusesStreamOptionsAsync(response, cancellationToken).ConfigureAwait(false))
        {
            _knowsStreamOptions = false;
            response.Dispose();
            response = await SendAsync(request, body, cancellationToken).ConfigureAwait(false);
        }

        if (IsInOnePiece(response) && body["stream"] is JsonValue stream && stream.TryGetValue(out bool isAsked) && isAsked)
        {
            response.Content = await AsStreamAsync(response, cancellationToken).ConfigureAwait(false);
        }

        return response;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, JsonObject body, CancellationToken cancellationToken)
    {
        foreach (var (name, value) in fields)
        {
            body[name] = JsonNode.Parse(value.GetRawText());
        }

        if (!_knowsStreamOptions)
        {
            body.Remove(StreamOptions);
        }

        request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<JsonObject?> BodyAsync(HttpRequestMessage request, CancellationToken cancellationToken) => request.Content is null
        ? null
        : JsonNode.Parse(await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false)) as JsonObject;

    private async Task<bool> RefusesStreamOptionsAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if ((int)response.StatusCode is not (400 or 422))
        {
            return false;
        }

        var answer = await ReadAsync(response, cancellationToken).ConfigureAwait(false);
        return answer.Contains(StreamOptions, StringComparison.Ordinal);
    }

    /// <summary>The whole of an answer, which is no longer than one that is read bit by bit.</summary>
    private async Task<string> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await response.Content.LoadIntoBufferAsync(LimitedStream.Longest, cancellationToken).ConfigureAwait(false);
            return await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            response.Dispose();
            throw new RequestException(RequestFailure.Passing, sentences.ForTooLong(LimitedStream.Longest)) { MayCost = true };
        }
    }

    private static bool IsInOnePiece(HttpResponseMessage response) =>
        response.IsSuccessStatusCode && response.Content.Headers.ContentType?.MediaType is "application/json" or "text/json";

    /// <summary>The answer as the only event of a stream. What is no answer stays as it is.</summary>
    private async Task<HttpContent> AsStreamAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var text = await ReadAsync(response, cancellationToken).ConfigureAwait(false);
        try
        {
            var answer = JsonNode.Parse(text) as JsonObject;
            foreach (var choice in (answer?["choices"] as JsonArray)?.OfType<JsonObject>() ?? [])
            {
                // A piece of a chat is called so.
                choice["delta"] = choice["message"]?.DeepClone();
            }

            var isAnswer = answer is not null && (answer.ContainsKey("choices") || answer.ContainsKey("error"));
            return !isAnswer ? new StringContent(text) : new StringContent($"data: {answer!.ToJsonString()}\n\ndata: [DONE]\n\n");
        }
        catch (JsonException)
        {
            return new StringContent(text);
        }
    }
}
