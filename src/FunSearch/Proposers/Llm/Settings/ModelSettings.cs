using System.Text.Json;
using System.Text.Json.Serialization;

namespace FunSearch.Proposers.Llm.Settings;

/// <summary>One language model: where it is, how it is asked, and what it costs.</summary>
internal sealed record ModelSettings
{
    [Key("Where it is: PROVIDER/MODEL (openai/gpt-5-mini, ollama/qwen3) or URL#MODEL (http://127.0.0.1:8080/v1#qwen). "
        + "A URL that ends in /completions continues text instead of chatting.", IsRequired = true)]
    public string Address { get; init; } = "";

    [Key("What the command line, reports and the journal call it: letters, digits, '.', '_' and '-'. By default its address.")]
    public string Name { get => field ?? Address; init; }

    [Key("The environment variable that holds its key, in capitals. The key itself never stands in this file.", Without = "the provider's usual one, such as OPENAI_API_KEY")]
    public string? KeyVariable { get; init; }

    [Key("The file that holds its key, readable by its owner alone (chmod 600).", IsFile = true, Without = "the environment")]
    public string? KeyFile { get; init; }

    [Key("How freely it writes. Low values repeat the parents, high ones break the code.",
        Least = 0, Most = 5, Because = "beyond that a model writes noise", Without = "the server's own, which is all that some reasoning models take")]
    public float? Temperature { get; init; } = 0.8f;

    [Key("The share of the likeliest tokens that it picks from.", Above = 0, Most = 1, Without = "the server's own")]
    public float? TopP { get; init; }

    [Key("Tokens after which an answer is cut off. A reasoning model thinks in them too, and needs several thousand.",
        Unit = "tokens", Least = 1, Because = "an answer needs room")]
    public int MaxOutputTokens { get; init; } = 1024;

    [Key("Further fields of a request's body, sent as they are.")]
    public IReadOnlyDictionary<string, JsonElement> Body { get; init; } = new Dictionary<string, JsonElement>();

    [Key("Whether answers are read as they are written, and ended as soon as the function is complete. Of a model that thinks, false: its thoughts are counted at the end alone.")]
    public bool Stream { get; init; } = true;

    // A model answers in seconds, and thirty requests waiting at once would all ask about a past long gone.
    [Key("Requests to it that are under way at once.", Unit = "requests", Least = 1, Most = 1024)]
    public int RequestsAtOnce { get; init; } = 4;

    [Key("Requests to it in any minute.", Unit = "requests", Least = 1, Without = "no limit but the server's own")]
    public int? RequestsPerMinute { get; init; }

    // A model on a processor writes a few tokens a second, and a local server answers one request after another.
    [Key("Wall time of one attempt at a request.", Unit = "seconds", Above = 0, Most = 86_400, Because = "an answer needs time, and a day is enough")]
    public double TimeoutSeconds { get; init; } = 300;

    /// <summary><see cref="TimeoutSeconds"/>.</summary>
    [JsonIgnore]
    public TimeSpan Timeout => TimeSpan.FromSeconds(TimeoutSeconds);

    // Half a minute in all.
    [Key("Further attempts at a request that met a full or failing server, after a pause that doubles or that the server names.",
        Unit = "attempts", Least = 0, Most = 100)]
    public int Retries { get; init; } = 5;

    [Key("Requests in a row that must fail, all their attempts spent, before the model is given a rest.", Unit = "requests", Least = 1)]
    public int FailuresInARow { get; init; } = 8;

    [Key("Times that an answer which does not compile goes back to the model with its diagnostics.", Unit = "times", Least = 0, Most = 10)]
    public int Repairs { get; init; } = 1;

    [Key("What its tokens cost.", Thing = "a price", Without = "the shipped price, where there is one; a server on this machine costs nothing")]
    public Price? Price { get; init; }

    [Key("Its share of the requests beside other models, where these are shared out by weight.", Above = 0, Most = 1_000_000)]
    public double Weight { get; init; } = 1;

    /// <summary>Everything that is wrong with these numbers, a sentence each.</summary>
    public IEnumerable<string> Violations() => SettingsObject.Of(typeof(ModelSettings)).Violations(this);
}
