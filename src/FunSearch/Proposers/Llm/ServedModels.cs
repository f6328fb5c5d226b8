using System.Net.Http.Headers;
using System.Text.Json;
using FunSearch.Proposers.Llm.Protocols;
using FunSearch.Search;

namespace FunSearch.Proposers.Llm;

/// <summary>Asks a server which models it has, for users who name none.</summary>
internal static class ServedModels
{
    private const int Shown = 20;

    /// <exception cref="ProposerException">It has none or several, or does not say.</exception>
    public static async Task<string> TheOnlyOneAsync(
        ModelEndpoint endpoint, HttpMessageHandler wire, ApiKey? key, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (endpoint.Protocol == Protocol.Anthropic)
        {
            throw new ProposerException($"{endpoint.Address} has many models. Name one: {endpoint.Provider?.Name}/MODEL.");
        }

        var models = await ListAsync(endpoint, wire, key, timeout, cancellationToken).ConfigureAwait(false);
        return models.Count switch
        {
            1 => models[0],
            0 => throw new ProposerException($"{endpoint.Address} has no model. Load one there, and name it: {endpoint.Address}#MODEL."),
            _ => throw new ProposerException(
                $"{endpoint.Address} has {models.Count} models: {string.Join(", ", models.Take(Shown))}{(models.Count > Shown ? ", …" : "")}. "
                + $"Name one: {endpoint.Address}#{models[0]}."),
        };
    }

    private static async Task<IReadOnlyList<string>> ListAsync(
        ModelEndpoint endpoint, HttpMessageHandler wire, ApiKey? key, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var words = new FailureSentences(endpoint, "", key);
        using var http = new HttpClient(wire, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{endpoint.Address}/models");
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key.Value);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        try
        {
            using var response = await http.SendAsync(request, limit.Token).ConfigureAwait(false);
            var text = await response.Content.ReadAsStringAsync(limit.Token).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                throw new ProposerException(words.ForModels((int)response.StatusCode, text));
            }

            using var json = JsonDocument.Parse(text);
            return [.. json.RootElement.GetProperty("data").EnumerateArray().Select(model => model.GetProperty("id").GetString()!)];
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ProposerException(words.ForTimeout(timeout));
        }
        catch (HttpRequestException exception)
        {
            throw new ProposerException(words.ForUnreachable(exception.Message));
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new ProposerException($"{endpoint.Address}/models did not answer with a list of models. Name the model: {endpoint.Address}#MODEL.");
        }
    }
}
