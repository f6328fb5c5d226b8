namespace FunSearch.Proposers.Llm.Protocols;

/// <summary>Sends a request as often as there is a point in it, each time within its limit of time, and says in a sentence why none succeeded:
/// the same for every protocol.</summary>
/// <remarks>Only what costs nothing is sent again: a request that was refused for now, or could not be delivered. Half an answer may have to be
/// paid for, and the search can ask the next question instead. A server that has never been reached is not tried again: more patience would only
/// delay the sentence that helps.</remarks>
/// <param name="timeout">Wall time of one attempt, from the request to the last byte of the answer. A longer pause than that is not made either.</param>
/// <param name="firstPause">Before the second attempt, unless the server names another. The pause doubles each time, up to a minute.</param>
internal sealed class Attempts(HttpMessageHandler inner, FailureSentences sentences, int retries, TimeSpan timeout, TimeSpan firstPause, TimeProvider clock)
    : DelegatingHandler(inner)
{
    /// <summary>Bytes that are read of a refusal: it is quoted in a line.</summary>
    private const int LongestRefusal = 1 << 20;

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);

    private volatile bool _hasAnswered;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var (response, failure, pause) = await TryAsync(request, Pause(firstPause, attempt), cancellationToken).ConfigureAwait(false);
            if (response is not null)
            {
                return response;
            }

            if (attempt >= retries || pause is not { } length || length > timeout)
            {
                throw failure!;
            }

            try
            {
                await Task.Delay(length, clock, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                // No request was under way: what is told is why not, and that it cost nothing.
                throw failure!;
            }
        }
    }

    /// <summary>The pause after an attempt, counted from 0.</summary>
    internal static TimeSpan Pause(TimeSpan first, int attempt) =>
        TimeSpan.FromSeconds(Math.Min(first.TotalSeconds * Math.Pow(2, Math.Min(attempt, 40)), LongestPause.TotalSeconds));

    /// <returns>The response, or why there is none and after what pause to try again; no pause where there is no point in it.</returns>
    private async Task<(HttpResponseMessage? Response, RequestException? Failure, TimeSpan? Pause)> TryAsync(
        HttpRequestMessage request, TimeSpan pause, CancellationToken cancellationToken)
    {
        var limit = new AttemptLimit(sentences, timeout, cancellationToken);
        HttpResponseMessage? response = null;
        try
        {
            response = await base.SendAsync(request, limit.Token).ConfigureAwait(false);
            _hasAnswered = true;
            if (response.IsSuccessStatusCode)
            {
                response.Content = await LimitedContentAsync(response.Content, limit).ConfigureAwait(false);
                return (response, null, null);
            }

            return Refused(response, await RefusalAsync(response, limit.Token).ConfigureAwait(false), pause);
        }
        catch (HttpRequestException exception) when (IsUnreachable(exception))
        {
            var failure = new RequestException(RequestFailure.Unreachable, sentences.ForUnreachable((exception.InnerException ?? exception).Message));
            return (null, failure, _hasAnswered ? pause : null);
        }
        catch (Exception exception) when (limit.Failure(exception, cancellationToken) is { } failure)
        {
            return (null, failure, null);
        }
        finally
        {
            if (response is not { IsSuccessStatusCode: true })
            {
                response?.Dispose();
                limit.Dispose();
            }
        }
    }

    private (HttpResponseMessage?, RequestException, TimeSpan?) Refused(HttpResponseMessage response, string answer, TimeSpan pause)
    {
        if (sentences.ForRedirect(response) is { } elsewhere)
        {
            return (null, new RequestException(RequestFailure.Final, elsewhere), null);
        }

        var status = (int)response.StatusCode;
        var failure = new RequestException(status is 401 or 403 or 404 ? RequestFailure.Final : RequestFailure.Passing, sentences.ForStatus(status, answer));
        var wished = response.Headers.RetryAfter;
        return (null, failure, status is 408 or 429 or >= 500 ? wished?.Delta ?? Until(wished?.Date) ?? pause : null);
    }

    private TimeSpan? Until(DateTimeOffset? time) => time - clock.GetUtcNow() is { } left ? left > TimeSpan.Zero ? left : TimeSpan.Zero : null;

    /// <summary>What a server that refuses says: nothing, when it does not say it to the end.</summary>
    private static async Task<string> RefusalAsync(HttpResponseMessage response, CancellationToken limit)
    {
        try
        {
            await response.Content.LoadIntoBufferAsync(LongestRefusal, limit).ConfigureAwait(false);
            return await response.Content.ReadAsStringAsync(limit).ConfigureAwait(false);
        }
        catch (HttpRequestException)
        {
            // The status is known, and that is what matters.
            return "";
        }
    }

    private static async Task<HttpContent> LimitedContentAsync(HttpContent content, AttemptLimit limit)
    {
        var limited = new StreamContent(new LimitedStream(await content.ReadAsStreamAsync(limit.Token).ConfigureAwait(false), limit));
        foreach (var (name, values) in content.Headers)
        {
            limited.Headers.TryAddWithoutValidation(name, values);
        }

        return limited;
    }

    private static bool IsUnreachable(HttpRequestException exception) => exception.HttpRequestError
        is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
}
