using System.Text.Json;
using FunSearch.Proposers.Llm;
using FunSearch.Proposers.Llm.Settings;
using Microsoft.Extensions.AI;

namespace FunSearch.Tests.Proposers.Llm;

/// <summary>What is really sent, whatever a client is told to send.</summary>
public sealed class RequestBodyTests
{
    private const string Key = "sk-very-secret";

    private static readonly ModelSettings Settings = new()
    {
        Temperature = 0.5f,
        TopP = 0.25f,
        MaxOutputTokens = 99,
        TimeoutSeconds = 20,
        Body = new Dictionary<string, JsonElement> { ["min_p"] = JsonElement.Parse("0.05"), ["chat_template_kwargs"] = JsonElement.Parse("""{"thinking":false}""") },
    };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("chat", "/v1/chat/completions", "Authorization: Bearer " + Key)]
    [InlineData("chat in one piece", "/v1/chat/completions", "Authorization: Bearer " + Key)]
    [InlineData("completions", "/v1/completions", "Authorization: Bearer " + Key)]
    [InlineData("completions in one piece", "/v1/completions", "Authorization: Bearer " + Key)]
    [InlineData("anthropic", "/v1/messages", "X-Api-Key: " + Key)]
    public async Task The_settings_of_a_model_are_sent_in_every_protocol(string name, string path, string header)
    {
        var voice = StubVoice.Named(name);
        await using var server = new StubServer(voice.Says(["x"], (11, 7)));

        await AskAsync(voice, server, Settings);

        var request = Assert.Single(server.Requests);
        Assert.Equal($"POST {path} HTTP/1.1", request.Line);
        Assert.Contains(header, request.Headers, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Key, request.Body, StringComparison.Ordinal);
        Assert.Equal("tiny", request.Json.GetProperty("model").GetString());
        Assert.Equal(
            (0.5, 0.25, 99, 0.05, false),
            (Number("temperature"), Number("top_p"), Number("max_tokens"), Number("min_p"), request.Json.GetProperty("chat_template_kwargs").GetProperty("thinking").GetBoolean()));
        Assert.Equal(voice.Streams, request.Json.TryGetProperty("stream", out var stream) && stream.GetBoolean());

        double Number(string field) => request.Json.GetProperty(field).GetDouble();
    }

    [Theory]
    [InlineData("completions", "prompt")]
    [InlineData("completions in one piece", "prompt")]
    public async Task A_completion_is_sent_the_text_that_it_goes_on_with(string name, string field)
    {
        var voice = StubVoice.Named(name);
        await using var server = new StubServer(voice.Says(["x"], (11, 7)));

        await AskAsync(voice, server, Settings, new ChatOptions { Seed = 3, StopSequences = ["}"] });

        var sent = Assert.Single(server.Requests).Json;
        Assert.Equal("double Priority_v2(", sent.GetProperty(field).GetString());
        Assert.Equal((3, "}"), (sent.GetProperty("seed").GetInt32(), sent.GetProperty("stop")[0].GetString()));
    }

    [Theory]
    [InlineData("chat")]
    [InlineData("completions")]
    public async Task Tokens_are_asked_for_unless_the_server_refuses_to_be_asked(string name)
    {
        var voice = StubVoice.Named(name);
        var refusal = new StubAnswer(400, """{"error":{"message":"unknown field: stream_options"}}""");
        await using var server = new StubServer(refusal, voice.Says(["x"], usage: null));
        var connection = await voice.Endpoint(server).ConnectAsync(key: null, Settings, Cancelled);
        using var client = connection.Client;

        await ListenAsync(client, voice, options: null);
        await ListenAsync(client, voice, options: null);

        Assert.Equal([true, false, false], server.Requests.Select(request => request.Json.TryGetProperty("stream_options", out _)));
    }

    [Fact]
    public async Task A_temperature_that_is_left_to_the_server_is_not_sent()
    {
        var voice = StubVoice.Named("chat");
        await using var server = new StubServer(voice.Says(["x"], (11, 7)));

        await AskAsync(voice, server, Settings with { Temperature = null, TopP = null });

        var sent = Assert.Single(server.Requests).Json;
        Assert.False(sent.TryGetProperty("temperature", out _) || sent.TryGetProperty("top_p", out _));
    }

    private static async Task AskAsync(StubVoice voice, StubServer server, ModelSettings settings, ChatOptions? options = null)
    {
        var connection = await voice.Endpoint(server).ConnectAsync(new ApiKey(Key, "A_KEY"), settings, Cancelled);
        using var client = connection.Client;
        var heard = await ListenAsync(client, voice, options);
        Assert.Null(heard.Failure);
    }

    private static Task<Heard> ListenAsync(IChatClient client, StubVoice voice, ChatOptions? options) =>
        Listener.AskAsync(client, [new ChatMessage(ChatRole.User, "double Priority_v2(")], options, voice.Streams, _ => false, Cancelled);
}
