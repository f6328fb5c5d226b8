using System.Text.Json;
using System.Text.Json.Serialization;

namespace FunSearch.Proposers.Llm.Settings;

/// <summary>One language model: where it is, how it is asked, and what it costs.</summary>
internal sealed record ModelSettings
{
    /// <summary><c>PROVIDER/MODEL</c> or <c>URL#MODEL</c>; a URL that ends in <c>/completions</c> continues text instead of chatting.</summary>
    public string Address { get; init; } = "";

    /// <summary>What the command line, reports and the journal call it.</summary>
    /// <value>Default: its address.</value>
    public string Name { get => field ?? Address; init; }

    /// <summary>The environment variable that holds its key; null for the provider's usual one.</summary>
    public string? KeyVariable { get; init; }

    /// <summary>A file, readable by its owner alone, that holds its key; null for the environment.</summary>
    public string? KeyFile { get; init; }

    /// <summary>How freely it writes. Low values repeat the parents, high ones break the code. Null: the server's own.</summary>
    /// <value>Default 0.8.</value>
    public float? Temperature { get; init; } = 0.8f;

    /// <summary>The share of the likeliest tokens that it picks from. Null: the server's own.</summary>
    public float? TopP { get; init; }

    /// <summary>Tokens after which an answer is cut off.</summary>
    /// <value>Default 1024.</value>
    public int MaxOutputTokens { get; init; } = 1024;

    /// <summary>Further fields of a request's body, sent as they are: <c>{"min_p": 0.05}</c>.</summary>
    public IReadOnlyDictionary<string, JsonElement> Body { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>Whether answers are read as they are written, and ended as soon as the function is complete.</summary>
    /// <value>Default true.</value>
    public bool Stream { get; init; } = true;

    /// <summary>Requests to it that are under way at once.</summary>
    /// <value>Default 4: a model answers in seconds, and thirty requests waiting at once would all ask about a past long gone.</value>
    public int RequestsAtOnce { get; init; } = 4;

    /// <summary>Requests to it in any minute; null for no limit but the server's own.</summary>
    public int? RequestsPerMinute { get; init; }

    /// <summary>Wall time of one attempt at a request, in seconds.</summary>
    /// <value>Default 300: a model on a processor writes a few tokens a second, and a local server answers one request after another.</value>
    public double TimeoutSeconds { get; init; } = 300;

    /// <summary><see cref="TimeoutSeconds"/>.</summary>
    [JsonIgnore]
    public TimeSpan Timeout => TimeSpan.FromSeconds(TimeoutSeconds);

    /// <summary>Further attempts at a request that met a full or failing server, after a pause that doubles or that the server names.</summary>
    /// <value>Default 5: half a minute in all.</value>
    public int Retries { get; init; } = 5;

    /// <summary>Requests in a row that must fail, all their attempts spent, before the model is given a rest.</summary>
    /// <value>Default 8.</value>
    public int FailuresInARow { get; init; } = 8;

    /// <summary>Times that an answer which does not compile goes back to the model with its diagnostics.</summary>
    /// <value>Default 1.</value>
    public int Repairs { get; init; } = 1;

    /// <summary>What its tokens cost; null for the shipped price, where there is one.</summary>
    public Price? Price { get; init; }

    /// <summary>Its share of the requests beside other models, where these are shared out by weight.</summary>
    /// <value>Default 1.</value>
    public double Weight { get; init; } = 1;

    /// <summary>Everything that is wrong with these numbers, a sentence each.</summary>
    public IEnumerable<string> Violations()
    {
        if (Temperature is { } temperature && (!(temperature >= 0) || !float.IsFinite(temperature)))
        {
            yield return $"{nameof(Temperature)} is {Temperature}. It must be 0 or more, and finite.";
        }

        if (MaxOutputTokens < 1)
        {
            yield return $"{nameof(MaxOutputTokens)} is {MaxOutputTokens}. It must be at least 1: an answer needs room.";
        }

        if (!(TimeoutSeconds > 0) || !double.IsFinite(TimeoutSeconds))
        {
            yield return $"{nameof(TimeoutSeconds)} is {TimeoutSeconds}. It must be above 0: an answer needs time.";
        }

        if (Retries < 0)
        {
            yield return $"{nameof(Retries)} is {Retries}. It must be 0 or more.";
        }

        if (FailuresInARow < 1)
        {
            yield return $"{nameof(FailuresInARow)} is {FailuresInARow}. It must be at least 1.";
        }
    }
}

/// <summary>What a model's tokens cost, in US dollars a million.</summary>
internal sealed record Price(decimal Input, decimal Output);
