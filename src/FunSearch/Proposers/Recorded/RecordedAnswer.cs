using System.Text.Encodings.Web;
using System.Text.Json;
using FunSearch.Accounts;

namespace FunSearch.Proposers.Recorded;

/// <summary>One answer of a language model, as a line of a file of JSON Lines. Only the answer is required.</summary>
/// <param name="Answer">In full, as it came.</param>
/// <param name="Model">The model's name.</param>
/// <param name="InputTokens">As the server counted them.</param>
/// <param name="OutputTokens">As the server counted them.</param>
internal sealed record RecordedAnswer(string Answer, string Model = "recorded", long InputTokens = 0, long OutputTokens = 0)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,

        // The file is read by people and by this product, never by a browser.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly string[] Keys = ["answer", "model", "input_tokens", "output_tokens"];

    public static RecordedAnswer Of(Exchange exchange) =>
        new(exchange.Answer, exchange.Model, exchange.InputTokens, exchange.OutputTokens);

    /// <exception cref="FormatException">It is no such line; the sentence says why.</exception>
    public static RecordedAnswer Parse(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return Mistake(json.RootElement) is { } mistake
                ? throw new FormatException(mistake)
                : json.RootElement.Deserialize<RecordedAnswer>(Json)!;
        }
        catch (JsonException exception)
        {
            throw new FormatException($"This is no JSON, or a value of the wrong kind: {exception.Message.Split(" Path:")[0].Split(" LineNumber:")[0]}");
        }
    }

    public string ToLine() => JsonSerializer.Serialize(this, Json);

    private static string? Mistake(JsonElement line)
    {
        if (line.ValueKind != JsonValueKind.Object)
        {
            return $"This is JSON, but no object: {line.ValueKind}.";
        }

        var keys = line.EnumerateObject().Select(property => property.Name).ToList();
        return keys.Except(Keys).FirstOrDefault() is { } unknown ? $"The key '{unknown}' is unknown."
            : !keys.Contains(Keys[0]) ? $"The key '{Keys[0]}' is missing."
            : keys.Distinct().Count() < keys.Count ? "A key stands there twice."
            : null;
    }
}
