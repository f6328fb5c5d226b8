using System.Net.Http.Headers;
using System.Text.Json;
using FunSearch.Proposers.Llm.Protocols;
using FunSearch.Search;
using FunSearch.Specifications;

namespace FunSearch.Proposers.Llm;

/// <summary>Asks a server which models it has, for users who name none.</summary>
internal static class ServedModels
{
    private const int Shown = 20;

    /// <summary>Bytes of a list, which takes a few hundred a model.</summary>
    private const long LongestList = 16 << 20;

    private const int LongestName = 200;

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

    /// <summary>What speaks against asking a model, found out without a request that would have to be paid: nobody is there, the key is
    /// refused, no such model. Null when nothing does.</summary>
    public static async Task<string?> TroubleAsync(ModelEndpoint endpoint, ApiKey? key, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (key is null && endpoint.Provider is { NeedsKey: true } provider)
        {
            return $"{endpoint} needs a key. Set {provider.KeyVariable}, or {provider.KeyVariable}_FILE to a file that holds it.";
        }

        try
        {
            using var wire = endpoint.Wire();
            var models = await ListAsync(endpoint, wire, key, timeout, cancellationToken).ConfigureAwait(false);

            // Some list qwen3:latest, and know it as qwen3.
            return endpoint.Model is not { } name || models.Any(model => model == name || model.StartsWith($"{name}:", StringComparison.Ordinal)) || models.Count == 0
                ? null
                : $"{endpoint.Address} does not list the model '{name}'. {(Nearest.To(name, models) is { } nearest ? $"Did you mean '{nearest}'?" : $"It lists {string.Join(", ", models.Take(Shown))}{(models.Count > Shown ? ", …" : "")}.")}";
        }
        catch (ProposerException exception)
        {
            return exception.Message;
        }
    }

    private static async Task<IReadOnlyList<string>> ListAsync(
        ModelEndpoint endpoint, HttpMessageHandler wire, ApiKey? key, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var words = new FailureSentences(endpoint, "", key);
        using var http = new HttpClient(wire, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = LongestList };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        try
        {
            using var request = Request(endpoint, key);
            using var response = await http.SendAsync(request, limit.Token).ConfigureAwait(false);
            var text = await response.Content.ReadAsStringAsync(limit.Token).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                throw new ProposerException(words.ForRedirect(response) ?? words.ForModels((int)response.StatusCode, text));
            }

            using var json = JsonDocument.Parse(text);
            return [.. json.RootElement.GetProperty("data").EnumerateArray().Select(model => Name(model.GetProperty("id").GetString(), key))];
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ProposerException(words.ForTimeout(timeout));
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError != HttpRequestError.ConfigurationLimitExceeded)
        {
            throw new ProposerException(words.ForUnreachable(exception.Message));
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new ProposerException($"{endpoint.Address}/models did not answer with a list of models. Name the model: {endpoint.Address}#MODEL.");
        }
    }

    private static HttpRequestMessage Request(ModelEndpoint endpoint, ApiKey? key)
    {
        var isVersioned = endpoint.Protocol != Protocol.Anthropic || endpoint.Address.AbsolutePath.Contains("/v1", StringComparison.Ordinal);
        var request = new HttpRequestMessage(HttpMethod.Get, endpoint.Under(isVersioned ? "/models" : "/v1/models"));
        if (endpoint.Protocol == Protocol.Anthropic)
        {
            request.Headers.Add("x-api-key", key?.Value);
            request.Headers.Add("anthropic-version", "2023-06-01");
        }
        else
        {
            request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key.Value);
        }

        return request;
    }

    /// <summary>A model's name as it can be shown, and asked for.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    private static string Name(string? id, ApiKey? key)
    {
        var name = string.Concat((id ?? "").Where(character => !char.IsControl(character)));
        return name.Length is > 0 and <= LongestName ? key?.RemoveFrom(name) ?? name : throw new FormatException("A model without a name.");
    }
}
