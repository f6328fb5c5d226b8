using System.Diagnostics;
using FunSearch.Proposers.Answers;
using FunSearch.Proposers.Llm;
using FunSearch.Proposers.Llm.Settings;
using FunSearch.Tests.Runs.Telemetry;
using Microsoft.Extensions.AI;

namespace FunSearch.Tests.Proposers.Llm;

public sealed class TracedChatClientTests
{
    private const string Key = "sk-canary-77a2";
    private const string Prompt = "canary-prompt: write Priority_v2.";
    private const string Method = "double Priority_v2(double item, double room, double capacity) { return item - room; }";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("chat")]
    [InlineData("chat in one piece")]
    [InlineData("completions")]
    [InlineData("completions in one piece")]
    [InlineData("anthropic")]
    public async Task A_request_is_a_span_with_its_model_and_tokens_and_no_word_of_the_dialogue(string protocol)
    {
        var voice = StubVoice.Named(protocol);
        await using var server = new StubServer(voice.Says(["canary-answer ", "ends."], (11, 7)));
        using var heard = Listen(server);

        await AskAsync(voice, server);

        var span = Assert.Single(heard.Spans);
        Assert.Equal(("chat tiny", ActivityStatusCode.Unset), (span.DisplayName, span.Status));
        Assert.Equal((11, 7), (Convert.ToInt32(span.GetTagItem("gen_ai.usage.input_tokens")), Convert.ToInt32(span.GetTagItem("gen_ai.usage.output_tokens"))));
        Assert.Contains(heard.Readings, reading => reading.Instrument == "gen_ai.client.operation.duration");
        Assert.DoesNotContain("canary", heard.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chat")]
    [InlineData("completions in one piece")]
    [InlineData("anthropic")]
    public async Task A_server_that_quotes_prompt_and_key_in_a_failure_is_not_quoted(string protocol)
    {
        var voice = StubVoice.Named(protocol);
        await using var server = new StubServer(new StubAnswer(400, $$"""{"error":{"message":"cannot read '{{Prompt}}' of {{Key}}"} }"""));
        using var heard = Listen(server);

        var answer = await AskAsync(voice, server);

        Assert.Contains("cannot read 'canary-prompt", answer.Failure!.Message, StringComparison.Ordinal);
        var span = Assert.Single(heard.Spans);
        Assert.Equal((ActivityStatusCode.Error, "Passing"), (span.Status, span.StatusDescription));
        Assert.NotNull(span.GetTagItem("error.type"));
        Assert.DoesNotContain("canary", heard.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_was_hung_up_on_has_ended_and_not_failed()
    {
        var voice = StubVoice.Named("chat");
        await using var server = new StubServer(voice.Begins(Method) with { Withheld = 5, IsStalled = true });
        using var heard = Listen(server);

        var answer = await AskAsync(voice, server);

        Assert.Equal((Method, null), (answer.Text, answer.Failure));
        var span = Assert.Single(heard.Spans);
        Assert.Equal((ActivityStatusCode.Unset, null), (span.Status, span.GetTagItem("error.type")));
    }

    [Theory]
    [InlineData("chat")]
    [InlineData("chat in one piece")]
    public async Task A_request_that_the_search_did_not_wait_for_has_ended_and_not_failed(string protocol)
    {
        var voice = StubVoice.Named(protocol);
        await using var server = new StubServer(StubAnswer.Silence);
        using var heard = Listen(server);
        using var stop = new CancellationTokenSource();

        var asking = AskAsync(voice, server, stop.Token);
        while (server.Requests.Count == 0)
        {
            await Task.Delay(10, Cancelled);
        }

        await stop.CancelAsync();
        var answer = await asking;

        Assert.Equal(RequestFailure.Cancelled, answer.Failure!.Failure);
        Assert.Equal(ActivityStatusCode.Unset, Assert.Single(heard.Spans).Status);
    }

    private static Recording Listen(StubServer server) => new("server.port", new Uri(server.Address).Port);

    private static async Task<Heard> AskAsync(StubVoice voice, StubServer server, CancellationToken? cancellationToken = null)
    {
        var connection = await voice.Endpoint(server).ConnectAsync(new ApiKey(Key, "A_KEY"), new ModelSettings { TimeoutSeconds = 20 }, Cancelled);
        using var client = connection.Client;
        return await Listener.AskAsync(
            client,
            [new ChatMessage(ChatRole.User, Prompt)],
            options: null,
            voice.Streams,
            text => AnswerReader.HoldsTheMethod(text, BinPacking.Function, 2),
            cancellationToken ?? Cancelled);
    }
}
