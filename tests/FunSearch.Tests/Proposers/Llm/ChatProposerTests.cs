using System.Net;
using System.Net.Sockets;
using FunSearch.Accounts;
using FunSearch.Proposers.Llm;
using FunSearch.Proposers.Llm.Settings;
using FunSearch.Search;

namespace FunSearch.Tests.Proposers.Llm;

public sealed class ChatProposerTests
{
    private const string Key = "sk-very-secret";

    private const string Method = "```csharp\ndouble Priority_v2(double item, double room, double capacity) { return item - room; }\n```";

    private static readonly ModelSettings Quick = new() { Retries = 0, TimeoutSeconds = 20, MaxOutputTokens = 150 };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_becomes_a_proposal_with_its_exchange()
    {
        await using var server = new StubServer(StubAnswer.Says(Method));
        var proposer = await ProposerAsync(server.Address, Quick);

        var proposal = await ProposeAsync(proposer);

        Assert.Equal("{\n    return item - room;\n}", proposal.Body!.Text);
        Assert.Null(proposal.NoCode);
        Assert.Equal("tiny", proposal.Origin);
        var prompt = $"{BinPacking.Instruction}\n\n{BinPacking.Write(BinPacking.Prompt())}";
        Assert.Equal(new Exchange("tiny", prompt, Method, 11, 7), proposal.Exchange);
    }

    [Fact]
    public async Task An_answer_without_code_is_a_proposal_that_says_why()
    {
        await using var server = new StubServer(StubAnswer.Says("I cannot."));
        var proposer = await ProposerAsync(server.Address, Quick);

        var proposal = await ProposeAsync(proposer);

        Assert.Null(proposal.Body);
        Assert.Equal("The answer holds no code.", proposal.NoCode);
        Assert.Equal("I cannot.", proposal.Exchange!.Answer);
    }

    [Fact]
    public async Task The_request_carries_the_prompt_and_how_to_sample()
    {
        await using var server = new StubServer(StubAnswer.Says(Method));
        var proposer = await ProposerAsync(server.Address, Quick with { Temperature = 0.5f });

        var proposal = await ProposeAsync(proposer);

        var request = Assert.Single(server.Requests);
        Assert.Equal("POST /v1/chat/completions HTTP/1.1", request.Line);
        Assert.Contains($"Authorization: Bearer {Key}", request.Headers, StringComparison.Ordinal);
        Assert.Equal("tiny", request.Json.GetProperty("model").GetString());
        Assert.Equal(0.5, request.Json.GetProperty("temperature").GetDouble());
        Assert.Equal(150, request.Json.GetProperty("max_tokens").GetInt32());
        Assert.False(request.Json.TryGetProperty("max_completion_tokens", out _));
        Assert.Equal(BinPacking.Prompt().Random.Next(), request.Json.GetProperty("seed").GetInt64());
        var message = Assert.Single(request.Json.GetProperty("messages").EnumerateArray());
        Assert.Equal("user", message.GetProperty("role").GetString());
        Assert.Equal(proposal.Exchange!.Prompt, message.GetProperty("content").GetString());
    }

    [Theory]
    [InlineData(429, "Retry-After: 1\r\n")]
    [InlineData(500, "")]
    [InlineData(503, "")]
    public async Task A_full_or_failing_server_is_asked_again(int status, string headers)
    {
        await using var server = new StubServer(new StubAnswer(status, "busy", headers), StubAnswer.Says(Method));
        var proposer = await ProposerAsync(server.Address, Quick with { Retries = 1 });

        var proposal = await ProposeAsync(proposer);

        Assert.NotNull(proposal.Body);
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData(500, "out of memory\nstack", "failed (500: out of memory)")]
    [InlineData(429, """{"error":{"message":"slow down"}}""", "is asked too much (429: slow down)")]
    [InlineData(400, """{"error":"no"}""", """refuses the request (400: {"error":"no"})""")]
    public async Task A_request_that_failed_is_a_sample_without_code_and_several_in_a_row_end_the_search(int status, string answer, string words)
    {
        await using var server = new StubServer(new StubAnswer(status, answer));
        var proposer = await ProposerAsync(server.Address, Quick with { FailuresInARow = 2 });

        var first = await ProposeAsync(proposer);
        var end = await Assert.ThrowsAsync<ProposerException>(() => ProposeAsync(proposer));

        Assert.Null(first.Body);
        Assert.StartsWith($"{server.Address} {words}. ", first.NoCode, StringComparison.Ordinal);
        Assert.Equal($"2 requests in a row failed, the last one: {first.NoCode}", end.Message);
    }

    [Fact]
    public async Task An_answer_between_two_failures_starts_the_count_again()
    {
        var failure = new StubAnswer(500, "");
        await using var server = new StubServer(failure, StubAnswer.Says(Method), failure, StubAnswer.Says(Method));
        var proposer = await ProposerAsync(server.Address, Quick with { FailuresInARow = 2 });

        var bodies = new List<bool>();
        for (var request = 0; request < 4; request++)
        {
            bodies.Add((await ProposeAsync(proposer)).Body is not null);
        }

        Assert.Equal([false, true, false, true], bodies);
    }

    [Theory]
    [InlineData(401, "refuses the key in A_KEY (401: bad key (key)). Put a valid one there.")]
    [InlineData(404, "does not know the model 'tiny' (404: bad key (key)). Check its name")]
    public async Task A_refused_key_and_an_unknown_model_end_the_search_at_once_and_never_show_the_key(int status, string words)
    {
        await using var server = new StubServer(new StubAnswer(status, $$$"""{"error":{"message":"bad key {{{Key}}}"}}"""));
        var proposer = await ProposerAsync(server.Address, Quick with { Retries = 3 });

        var end = await Assert.ThrowsAsync<ProposerException>(() => ProposeAsync(proposer));

        Assert.StartsWith($"{server.Address} {words}", end.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, end.ToString(), StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task An_endpoint_that_cannot_be_reached_ends_the_search_at_once()
    {
        var address = FreeAddress();
        var proposer = await ProposerAsync(address, new ModelSettings());

        var end = await Assert.ThrowsAsync<ProposerException>(() => ProposeAsync(proposer));

        Assert.StartsWith($"{address} cannot be reached: ", end.Message, StringComparison.Ordinal);
        Assert.EndsWith(". Start the server, or correct the address.", end.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task An_endpoint_that_has_answered_before_may_be_away_for_a_while(int retries)
    {
        var server = new StubServer(StubAnswer.Says(Method));
        var proposer = await ProposerAsync(server.Address, Quick with { Retries = retries, FailuresInARow = 2 });
        await ProposeAsync(proposer);
        await server.DisposeAsync();

        var proposal = await ProposeAsync(proposer);
        var end = await Assert.ThrowsAsync<ProposerException>(() => ProposeAsync(proposer));

        Assert.StartsWith($"{server.Address} cannot be reached: ", proposal.NoCode, StringComparison.Ordinal);
        Assert.Equal($"2 requests in a row failed, the last one: {proposal.NoCode}", end.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task An_answer_that_breaks_off_is_a_sample_without_code_and_not_paid_for_twice(int retries)
    {
        await using var server = new StubServer(StubAnswer.Says(Method), StubAnswer.Says(Method) with { Withheld = 5 });
        var proposer = await ProposerAsync(server.Address, Quick with { Retries = retries });
        await ProposeAsync(proposer);

        var proposal = await ProposeAsync(proposer);

        Assert.StartsWith($"{server.Address} broke off its answer: ", proposal.NoCode, StringComparison.Ordinal);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_server_that_hangs_is_given_up()
    {
        await using var server = new StubServer(StubAnswer.Silence);
        var proposer = await ProposerAsync(server.Address, Quick with { Retries = 3, TimeoutSeconds = 0.3 });

        var proposal = await ProposeAsync(proposer);

        Assert.Equal($"{server.Address} did not answer within 0.3 s. Allow more time, fewer tokens, or a faster model.", proposal.NoCode);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task The_callers_cancellation_is_no_failure_of_the_server()
    {
        await using var server = new StubServer(StubAnswer.Silence);
        var proposer = await ProposerAsync(server.Address, Quick);
        using var stop = new CancellationTokenSource();

        var proposing = ProposeAsync(proposer, stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => proposing);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>Welcome</html>")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"choices":[]}""")]
    [InlineData("""{"choices":null}""")]
    [InlineData("""{"choices":[{"index":0,"message":7}]}""")]
    [InlineData("""{"choices":[{"index":0,"finish_reason":"never","message":{"role":"assistant","content":"x"}}]}""")]
    [InlineData("""{"choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":null}}]}""")]
    public async Task An_answer_that_is_no_completion_is_a_sample_without_code(string body)
    {
        await using var server = new StubServer(new StubAnswer(200, body));
        var proposer = await ProposerAsync(server.Address, Quick);

        var proposal = await ProposeAsync(proposer);

        Assert.Null(proposal.Body);
        Assert.NotNull(proposal.NoCode);
    }

    [Fact]
    public async Task A_server_that_counts_no_tokens_is_believed()
    {
        await using var server = new StubServer(new StubAnswer(200, """{"choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"x"}}]}"""));
        var proposer = await ProposerAsync(server.Address, Quick);

        var proposal = await ProposeAsync(proposer);

        Assert.Equal((0, 0), (proposal.Exchange!.InputTokens, proposal.Exchange.OutputTokens));
    }

    [Fact]
    public void Every_wrong_option_has_its_sentence()
    {
        var options = new ModelSettings
        {
            Temperature = float.NaN,
            MaxOutputTokens = 0,
            TimeoutSeconds = 0,
            Retries = -1,
            FailuresInARow = 0,
        };

        Assert.Equal(5, options.Violations().Count());
        Assert.Empty(new ModelSettings().Violations());
    }

    [Fact]
    public async Task Wrong_options_are_refused_with_all_their_sentences()
    {
        var connection = await ModelEndpoint.Parse("http://127.0.0.1:1/v1#tiny").ConnectAsync(new ApiKey(Key, "A_KEY"), Quick, Cancelled);

        var exception = Assert.Throws<ArgumentException>(() => Proposer("tiny", connection, new ModelSettings { MaxOutputTokens = 0, FailuresInARow = 0 }));

        Assert.StartsWith(
            "MaxOutputTokens is 0. It must be at least 1: an answer needs room.\nFailuresInARow is 0. It must be at least 1.",
            exception.Message,
            StringComparison.Ordinal);
    }

    private static async Task<ChatProposer> ProposerAsync(string address, ModelSettings options)
    {
        var connection = await ModelEndpoint.Parse($"{address}#tiny").ConnectAsync(new ApiKey(Key, "A_KEY"), options, Cancelled);
        return Proposer($"{address}#tiny", connection, options);
    }

    private static ChatProposer Proposer(string name, ModelConnection connection, ModelSettings options) =>
        new(name, connection.Client, connection.Model, BinPacking.Function, BinPacking.Write, BinPacking.Instruction, options);

    private static async Task<Proposal> ProposeAsync(ChatProposer proposer, CancellationToken? cancellationToken = null) =>
        Assert.Single(await proposer.ProposeAsync(BinPacking.Prompt(), cancellationToken ?? Cancelled).ToListAsync(Cancelled));

    private static string FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/v1";
    }
}
