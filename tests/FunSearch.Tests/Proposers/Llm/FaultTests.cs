using System.Globalization;
using FunSearch.Proposers.Llm;
using FunSearch.Proposers.Llm.Settings;
using Microsoft.Extensions.AI;

namespace FunSearch.Tests.Proposers.Llm;

/// <summary>A real server does all that servers do wrong. Of each: what the user reads, how often it was asked, what counts as paid for.</summary>
public sealed class FaultTests
{
    private const string Key = "sk-very-secret";

    // Estimated at 15 tokens.
    private const string Prompt = "Write the next version of Priority, in 9 lines.";

    private const string Answer = "return item - room;";

    private static readonly (int, int) Told = (11, 7);

    private static readonly ModelSettings Patient = new() { Retries = 2, TimeoutSeconds = 20 };

    // Long enough for a busy machine to send and read the first words.
    private static readonly ModelSettings Impatient = Patient with { TimeoutSeconds = 1 };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("chat")]
    [InlineData("chat in one piece")]
    [InlineData("completions")]
    [InlineData("completions in one piece")]
    [InlineData("anthropic")]
    public async Task Whatever_a_server_does_wrong_is_told_and_counted(string name)
    {
        var voice = StubVoice.Named(name);

        var lines = await Task.WhenAll(Faults(voice).Select(fault => LineAsync(voice, fault)));

        Golden.Matches(string.Join('\n', lines) + "\n", name.Replace(' ', '-'));
    }

    private static IEnumerable<Fault> Faults(StubVoice voice)
    {
        var good = voice.Says(["return item", " - room;"], Told);
        yield return new("none", good);
        yield return new("slow first byte", good with { Pause = TimeSpan.FromMilliseconds(100) });
        yield return new("400", new StubAnswer(400, """{"error":{"message":"no temperature, please"}}"""));
        yield return new("401", new StubAnswer(401, $$$"""{"error":{"message":"no such key: {{{Key}}}"}}"""));
        yield return new("404", new StubAnswer(404, "nothing here"));
        yield return new("429 once", new StubAnswer(429, ""), good);
        yield return new("429 once, Retry-After: 0", new StubAnswer(429, "", "Retry-After: 0\r\n"), good);
        yield return new("429 for ever", new StubAnswer(429, """{"error":{"message":"slow down"}}"""));
        yield return new("429, Retry-After: a day", new StubAnswer(429, "", "Retry-After: 86400\r\n"), good);
        yield return new("500 once", new StubAnswer(500, ""), good);
        yield return new("500 for ever", new StubAnswer(500, "out of memory\nstack"));
        yield return new("503 for ever", new StubAnswer(503, "Loading model"));
        yield return new("301", new StubAnswer(301, "", "Location: http://user:secret@elsewhere.example/v1\r\n"));
        yield return new("silence", StubAnswer.Silence) { Settings = Impatient };
        yield return new("stall in the middle", voice.Begins(Answer) with { Withheld = 5, IsStalled = true }) { Settings = Impatient };
        yield return new("cut in the middle", voice.Begins(Answer) with { Withheld = 5 });
        yield return new("cut before the first byte", StubAnswer.Nothing);
        yield return new("error in the middle", voice.Begins(Answer, "event: error\ndata: {\"type\":\"error\",\"error\":{\"message\":\"out of slots\"}}\n\n"));
        yield return new("invalid JSON", voice.Begins(Answer, "event: content_block_delta\ndata: {oops\n\n"));
        yield return new("no body", good with { Body = "" });
        yield return new("a web page", new StubAnswer(200, "<html>Welcome</html>") { ContentType = "text/html" });
        yield return new("another JSON", new StubAnswer(200, "{}"));
        yield return new("a list", new StubAnswer(200, "[]"));
        yield return new("a choice without a text", new StubAnswer(200, """{"choices":[{"index":0}]}"""));
        yield return new("more tokens than there are", new StubAnswer(200, """{"choices":[],"usage":{"prompt_tokens":1e99,"completion_tokens":true}}"""));
        yield return new("65 MB in one piece", voice.Whole([Answer], Told) with { Withheld = 65 << 20, IsStalled = true }) { Settings = Impatient };
        yield return new("empty answer", voice.Says([""], (11, 0)));
        yield return new("5 MB", voice.Says([.. Enumerable.Repeat(new string('x', 5_000), 1_000)], Told));
        yield return new("wrong content type", good with { ContentType = "text/plain" });
        yield return new("in one piece, asked or not", voice.Whole([Answer], Told));
        yield return new("usage missing", voice.Says([Answer], usage: null));
        yield return new("usage of 0", voice.Says([Answer], (0, 0)));
        yield return new("2 choices", voice.SaysTwice(Answer, "return 0;", Told));
        yield return new("the key, in two pieces", voice.Says(["// sk-very", "-secret and sk-very"], Told));
    }

    private static async Task<string> LineAsync(StubVoice voice, Fault fault)
    {
        await using var server = new StubServer(fault.Answers);
        var connection = await voice.Endpoint(server)
            .ConnectAsync(new ApiKey(Key, "A_KEY"), fault.Settings, TimeSpan.FromMilliseconds(1), Cancelled);
        using var client = connection.Client;

        var heard = await Listener.AskAsync(client, [new ChatMessage(ChatRole.User, Prompt)], options: null, voice.Streams, _ => false, Cancelled);

        var text = heard.Text.Length > 40 ? $"{heard.Text.Length} characters" : $"'{heard.Text}'";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            {fault.Name}: {server.Requests.Count} request{(server.Requests.Count == 1 ? "" : "s")}, {heard.InputTokens} + {heard.OutputTokens} tokens{(heard.IsEstimated ? ", estimated" : "")}
                {text}
                {heard.Failure?.Failure.ToString() ?? "-"}: {heard.Failure?.Message.Replace(server.Address, "ADDRESS") ?? "-"}
            """);
    }

    private sealed record Fault(string Name, params StubAnswer[] Answers)
    {
        public ModelSettings Settings { get; init; } = Patient;
    }
}
