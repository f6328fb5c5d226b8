using System.Text.Json;
using FunSearch.Proposers.Llm.Protocols;

namespace FunSearch.Proposers.Llm;

/// <summary>Says what went wrong at an endpoint: where, what it answered, what to do. Never shows the key.</summary>
/// <param name="Key">Null where there is none.</param>
internal sealed record FailureSentences(ModelEndpoint Endpoint, string Model, ApiKey? Key)
{
    private const int LongestQuotation = 200;

    private Uri Address => Endpoint.Address;

    private Protocol Protocol => Endpoint.Protocol;

    public string ForStatus(int status, string answer) => status switch
    {
        401 or 403 when Key is null => $"{Address} asks for a key ({Quote(status, answer)}). Set {string.Join(" or ", Endpoint.KeyVariables)}.",
        401 or 403 => $"{Address} refuses the key in {Key.Source} ({Quote(status, answer)}). Put a valid one there.",
        404 => $"{Address} does not know the model '{Model}' ({Quote(status, answer)}). Check its name, and that the address is the "
            + $"one that {Protocol.Answer}s are under{(Protocol == Protocol.Anthropic ? "" : " (it usually ends in /v1)")}.",
        429 => $"{Address} is asked too much ({Quote(status, answer)}). Wait, raise the limit of your account, or resume later.",
        >= 500 => $"{Address} failed ({Quote(status, answer)}). Look at that server's log; the search can be resumed.",
        _ => $"{Address} refuses the request ({Quote(status, answer)}). Check that the model '{Model}' answers with {Protocol.Answer}s.",
    };

    /// <returns>Null for a response that sends nobody elsewhere.</returns>
    public string? ForRedirect(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        if (status is < 300 or >= 400)
        {
            return null;
        }

        var place = response.Headers.Location is { } location && Uri.TryCreate(Address, location, out var absolute) ? absolute : null;
        return $"{Address} sends requests elsewhere ({status}{(place is null ? "" : $" to {Safe($"{place.Scheme}://{place.Authority}")}")}). Name that address.";
    }

    public string ForModels(int status, string answer) => status is 401 or 403
        ? ForStatus(status, answer)
        : $"{Endpoint.Under("/models")} does not say which models there are ({Quote(status, answer)}). Check the address, which usually ends in /v1, or name the model: {Address}#MODEL.";

    public string ForUnreachable(string reason) => $"{Address} cannot be reached: {Safe(reason).TrimEnd('.')}. Start the server, or correct the address.";

    /// <param name="reason">A sentence, or an error as the protocol writes it.</param>
    public string ForBrokenOff(string reason) =>
        $"{Address} broke off its answer: {Line(reason)?.TrimEnd('.')}. Look at that server's log; the search can be resumed.";

    public string ForTooLong(long bytes) => $"{Address} answered with more than {bytes >> 20} MB. Look at that server's log; allow fewer tokens.";

    public string ForTimeout(TimeSpan limit) =>
        $"{Address} did not answer within {limit.TotalSeconds:0.###} s. Allow more time, fewer tokens, or a faster model.";

    public string ForGarbage() =>
        $"{Address} answered with something that is no {Protocol.Answer}. Check that it speaks {Protocol.Name} at this address.";

    private string Quote(int status, string answer) => Line(answer) is { } line ? $"{status}: {line}" : $"{status}";

    /// <summary>The first line that says anything; null for nothing.</summary>
    private string? Line(string answer)
    {
        var line = Safe(Message(answer)).ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0);
        return line?.Length > LongestQuotation ? $"{line[..LongestQuotation]}…" : line;
    }

    private string Safe(string text) => Key?.RemoveFrom(text) ?? text;

    /// <summary>OpenAI's shape of an error, <c>{"error": {"message": "…"}}</c>; the text itself when it is another.</summary>
    private static string Message(string answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("error", out var error)
                && error.ValueKind == JsonValueKind.Object
                && error.TryGetProperty("message", out var message)
                && message.ValueKind == JsonValueKind.String
                    ? message.GetString()!
                    : answer;
        }
        catch (JsonException)
        {
            return answer;
        }
    }
}
