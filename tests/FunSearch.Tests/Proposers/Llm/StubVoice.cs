using System.Text.Json;
using FunSearch.Proposers.Llm;

namespace FunSearch.Tests.Proposers.Llm;

/// <summary>How a server says something, in one of the protocols.</summary>
/// <param name="Name">As a test calls it.</param>
/// <param name="Streams">Whether answers are asked for bit by bit.</param>
internal record StubVoice(string Name, bool Streams)
{
    public const string Events = "text/event-stream";

    private static readonly StubVoice[] All =
    [
        new("chat", Streams: true),
        new("chat in one piece", Streams: false),
        new("completions", Streams: true),
        new("completions in one piece", Streams: false),
        new AnthropicVoice(),
    ];

    private bool IsChat => Name.StartsWith("chat", StringComparison.Ordinal);

    public static StubVoice Named(string name) => All.Single(voice => voice.Name == name);

    /// <summary>A server's model, spoken to so.</summary>
    public virtual ModelEndpoint Endpoint(StubServer server) => ModelEndpoint.Parse($"{server.Address}{(IsChat ? "" : "/completions")}#tiny");

    /// <summary>An answer in pieces, or their sum in one.</summary>
    /// <param name="usage">Null for a server that does not count.</param>
    public virtual StubAnswer Says(IReadOnlyList<string> pieces, (int Input, int Output)? usage) => Streams
        ? Stream([.. pieces.Select(piece => Event(Choice(piece, finish: null))), Event(Choice("", "stop")), .. usage is null ? [] : new[] { Event(Counted(usage)) }, Event("[DONE]")])
        : Whole(pieces, usage);

    /// <summary>An answer in one piece, asked for so or not.</summary>
    public virtual StubAnswer Whole(IReadOnlyList<string> pieces, (int Input, int Output)? usage) =>
        new(200, Json(new { id = "1", model = "tiny", choices = new[] { Choice(string.Concat(pieces), "stop", isWhole: true) }, usage = Counts(usage) }));

    /// <summary>An answer of which a second one is a part, though nobody asked for it.</summary>
    public virtual StubAnswer SaysTwice(string first, string second, (int Input, int Output) usage)
    {
        var other = Choice(second, "stop", isWhole: !Streams);
        other["index"] = 1;
        var both = new { id = "1", model = "tiny", choices = new[] { Choice(first, "stop", isWhole: !Streams), other }, usage = Counts(usage) };
        return Streams ? Stream([Event(Json(both)), Event("[DONE]")]) : new StubAnswer(200, Json(both));
    }

    /// <summary>The beginning of an answer, and how it goes on.</summary>
    public virtual StubAnswer Begins(string piece, string rest = "")
    {
        var answer = Says([piece], usage: null);
        return Streams ? Stream([Event(Choice(piece, finish: null)), rest]) : answer with { Body = answer.Body[..^8] + rest };
    }

    protected static StubAnswer Stream(IEnumerable<string> events) => new(200, string.Concat(events)) { ContentType = Events };

    private static string Counted((int Input, int Output)? usage) => Json(new { choices = Array.Empty<int>(), usage = Counts(usage) });

    private static object? Counts((int Input, int Output)? usage) => usage is { } told
        ? new { prompt_tokens = told.Input, completion_tokens = told.Output, total_tokens = told.Input + told.Output }
        : null;

    private static string Event(Dictionary<string, object?> choice) => Event(Json(new { id = "1", model = "tiny", choices = new[] { choice } }));

    private static string Event(string data) => $"data: {data}\n\n";

    protected static string Json(object value) => JsonSerializer.Serialize(value);

    private Dictionary<string, object?> Choice(string text, string? finish, bool isWhole = false) => new()
    {
        ["index"] = 0,
        ["finish_reason"] = finish,
        [!IsChat ? "text" : isWhole ? "message" : "delta"] = IsChat ? new { role = "assistant", content = text } : text,
    };
}
