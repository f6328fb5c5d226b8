using System.Net;
using System.Net.Sockets;
using FunSearch.Accounts;
using FunSearch.Programs;
using FunSearch.Proposers.Llm;
using FunSearch.Proposers.Llm.Prices;
using FunSearch.Proposers.Llm.Prompts;
using FunSearch.Proposers.Llm.Settings;
using FunSearch.Search;

namespace FunSearch.Tests.Proposers.Llm;

public sealed class ModelProposerTests
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
        var exchange = proposal.Exchange!;
        Assert.Equal(("tiny", Method, 11, 7, 0), (exchange.Model, exchange.Answer, exchange.InputTokens, exchange.OutputTokens, exchange.Turn));
        Assert.Equal(BinPacking.Writer.Write(BinPacking.Prompt(), new Briefer(new PromptSettings()).Brief(BinPacking.Prompt()), isCompletion: false), exchange.Prompt);
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
    public async Task An_answer_that_ran_out_of_tokens_says_so()
    {
        var answer = StubAnswer.Says("First, let me think");
        await using var server = new StubServer(answer with { Body = answer.Body.Replace("\"stop\"", "\"length\"", StringComparison.Ordinal) });
        var proposer = await ProposerAsync(server.Address, Quick);

        var proposal = await ProposeAsync(proposer);

        Assert.Equal("The answer holds no code. It was cut off at the limit of 150 tokens: maxOutputTokens may be too small.", proposal.NoCode);
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
        Assert.InRange(request.Json.GetProperty("seed").GetInt64(), 0, int.MaxValue);
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
        while (server.Requests.Count == 0)
        {
            await Task.Delay(5, Cancelled);
        }

        await stop.CancelAsync();
        var proposal = await proposing;

        Assert.Equal("The search was stopped before the answer was complete.", proposal.NoCode);
        Assert.True(proposal.Exchange!.IsEstimated);
        Assert.True(proposal.Exchange.InputTokens > 0);
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
    public async Task The_tokens_that_a_server_does_not_count_are_estimated()
    {
        await using var server = new StubServer(new StubAnswer(200, """{"choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"x"}}]}"""));
        var proposer = await ProposerAsync(server.Address, Quick);

        var proposal = await ProposeAsync(proposer);

        Assert.Equal((TokenEstimate.Of(proposal.Exchange!.Prompt), 1), (proposal.Exchange.InputTokens, proposal.Exchange.OutputTokens));
        Assert.True(proposal.Exchange.IsEstimated);
    }

    [Theory]
    [InlineData(OutcomeKind.DoesNotCompile, "It does not compile: CS0103: room is not there.")]
    [InlineData(OutcomeKind.Forbidden, "It uses what it may not: CS0103: room is not there.")]
    public async Task What_does_not_compile_goes_back_once_in_the_same_dialogue(OutcomeKind why, string request)
    {
        await using var server = new StubServer(StubAnswer.Says(Method));
        var proposer = await ProposerAsync(server.Address, Quick);

        var proposals = await TalkAsync(proposer, new Outcome.Failed(why, "CS0103: room is not there."));

        Assert.Equal([0, 1], proposals.Select(proposal => proposal.Exchange!.Turn));
        var messages = server.Requests[1].Json.GetProperty("messages").EnumerateArray()
            .Select(message => (message.GetProperty("role").GetString(), message.GetProperty("content").GetString())).ToList();
        Assert.Equal(["user", "assistant", "user"], messages.Select(message => message.Item1));
        Assert.Equal(proposals[0].Exchange!.Prompt, messages[0].Item2);
        Assert.Equal(proposals[0].Exchange!.Answer, messages[1].Item2);
        Assert.Equal($"{request}\nAnswer with the whole method again, mended, and nothing else.", messages[2].Item2);
        Assert.Equal(messages[2].Item2, proposals[1].Exchange!.Prompt);
    }

    [Theory]
    [InlineData(1, OutcomeKind.Crashed)]
    [InlineData(0, OutcomeKind.DoesNotCompile)]
    public async Task Nothing_else_goes_back_nor_more_often_than_is_configured(int repairs, OutcomeKind why)
    {
        await using var server = new StubServer(StubAnswer.Says(Method));
        var proposer = await ProposerAsync(server.Address, Quick with { Repairs = repairs });

        var proposals = await TalkAsync(proposer, new Outcome.Failed(why, "No."));

        Assert.Single(proposals);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task An_exchange_tells_what_it_cost_and_what_was_asked_for()
    {
        await using var server = new StubServer(StubAnswer.Says(Method, input: 1_000, output: 100));
        var proposer = await ProposerAsync(server.Address, Quick with { Price = new Price(2, 8) });

        var proposal = await ProposeAsync(proposer);

        Assert.Equal(0.0028m, proposal.Exchange!.Cost);
        Assert.Contains(proposal.Exchange.Intent!, Intent.All.Keys);
        Assert.True(proposal.Exchange.Elapsed > TimeSpan.Zero);
    }

    [Fact]
    public async Task No_exchange_takes_more_than_was_held_against_the_budget()
    {
        await using var server = new StubServer(StubAnswer.Says(Method, input: 400, output: 150));
        var proposer = await ProposerAsync(server.Address, Quick with { Price = new Price(2, 8) });

        var most = proposer.MostPerProposal;
        var proposals = await TalkAsync(proposer, new Outcome.Failed(OutcomeKind.DoesNotCompile, "No."));

        Assert.Equal(1, most.Requests);
        Assert.All(proposals, proposal => Assert.True(Spending.Of(proposal.Exchange!) is var spent && spent.Tokens <= most.Tokens && spent.Cost <= most.Cost));
    }

    [Fact]
    public async Task Who_is_away_for_long_is_given_a_rest_and_the_search_is_told()
    {
        var server = new StubServer(StubAnswer.Says(Method));
        var proposer = await ProposerAsync(server.Address, Quick with { FailuresInARow = 2 });
        await ProposeAsync(proposer);
        await server.DisposeAsync();

        var failed = new[] { await ProposeAsync(proposer), await ProposeAsync(proposer) };

        Assert.All(failed, proposal => Assert.StartsWith($"{server.Address} cannot be reached: ", proposal.NoCode, StringComparison.Ordinal));
        Assert.StartsWith($"Paused: 2 requests in a row failed, the last one: {failed[1].NoCode} Tried again in ", proposer.Pause, StringComparison.Ordinal);
        Assert.False(proposer.HasRoom);
    }

    private static async Task<ModelProposer> ProposerAsync(string address, ModelSettings options)
    {
        options = options with { Address = $"{address}#tiny" };
        var endpoint = ModelEndpoint.Parse(options.Address);
        var connection = await endpoint.ConnectAsync(new ApiKey(Key, "A_KEY"), options, Cancelled);
        var member = new Member("tiny", options, connection, PriceQuote.Of(options, endpoint, "tiny"), TimeProvider.System);
        var team = new ModelTeam(new LlmSettings { Models = [options] }, IsMix: false);
        return team.Connect(options.Address, BinPacking.Specification, "Math", [member], TimeProvider.System).Proposer;
    }

    private static async Task<Proposal> ProposeAsync(ModelProposer proposer, CancellationToken? cancellationToken = null) =>
        Assert.Single(await proposer.ProposeAsync(BinPacking.Prompt(), cancellationToken ?? Cancelled).ToListAsync(Cancelled));

    /// <summary>One dialogue, of which all answers come to the same end.</summary>
    private static async Task<List<Proposal>> TalkAsync(ModelProposer proposer, Outcome outcome)
    {
        var proposals = new List<Proposal>();
        await foreach (var proposal in proposer.ProposeAsync(BinPacking.Prompt(), Cancelled))
        {
            proposals.Add(proposal);
            proposer.Report(proposal, outcome, isProgress: false);
        }

        return proposals;
    }

    private static string FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/v1";
    }
}
