using FunSearch.Proposers.Llm.Settings;
using FunSearch.Proposers.Llm.Trials;

namespace FunSearch.Tests.Proposers.Llm.Trials;

public sealed class TrialCallTests
{
    private static readonly string[] Numbers = ["1 2 3", " 4 5 6", " 7 8 9 10 11 12 13"];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_good_server_gets_one_small_request_and_no_remark()
    {
        await using var server = new StubServer(StreamedAnswer.Of(Numbers, (31, 64), end: "length"));

        var trial = await TryAsync(new ModelSettings { Address = $"{server.Address}#tiny", TopP = 0.5f, Price = new Price(2, 10) });

        Assert.Null(trial.Failure);
        Assert.Empty(trial.Remarks);
        Assert.Equal((31, 64, 0.000702m), (trial.InputTokens, trial.OutputTokens, trial.Cost));
        Assert.True(TimeSpan.Zero < trial.FirstWord && trial.FirstWord <= trial.Whole);
        var request = Assert.Single(server.Requests).Json;
        Assert.Equal((0.8, 0.5, true), (request.GetProperty("temperature").GetDouble(), request.GetProperty("top_p").GetDouble(), request.GetProperty("stream").GetBoolean()));
    }

    [Fact]
    public async Task A_server_that_takes_no_notice_of_anything_is_found_out()
    {
        var all = string.Join(' ', Enumerable.Range(1, 200));
        await using var server = new StubServer(StreamedAnswer.Of([all], usage: null));

        var trial = await TryAsync(new ModelSettings { Address = $"{server.Address}#qwen" });

        Assert.Null(trial.Failure);
        Assert.Equal((null, null, 0m), (trial.InputTokens, trial.OutputTokens, trial.Cost));
        Assert.Equal(
            [
                "It ignores the limit of tokens: it wrote 691 characters where 64 tokens were allowed. An answer may cost more than maxOutputTokens lets expect.",
                "It ignores streaming: the whole answer came at once, and cannot be ended early.",
                "It does not tell how many tokens it took: they are estimated, and budgets of tokens and cost rest on that.",
                "It was asked for 'qwen' and answers as 'tiny'. Check that this is the model that you mean, and its price.",
            ],
            trial.Remarks);
    }

    [Fact]
    public async Task An_answer_that_is_not_streamed_tells_the_whole_time_alone()
    {
        await using var server = new StubServer(StubAnswer.Says(string.Join(' ', Enumerable.Range(1, 200)), output: 391));

        var trial = await TryAsync(new ModelSettings { Address = $"{server.Address}#tiny", Stream = false });

        Assert.Null(trial.FirstWord);
        Assert.NotNull(trial.Whole);
        Assert.Equal(
            ["It ignores the limit of tokens: it wrote 391 tokens where 64 tokens were allowed. An answer may cost more than maxOutputTokens lets expect."],
            trial.Remarks);
        Assert.Equal(64, server.Requests[0].Json.GetProperty("max_tokens").GetInt32());
    }

    [Theory]
    [InlineData(400, """{"error":{"message":"Unsupported value: 'temperature' does not support 0.8."}}""",
        " refuses the request (400: Unsupported value: 'temperature' does not support 0.8.). ",
        " Does it take no temperature? Set \"temperature\": null for it in the configuration.")]
    [InlineData(400, "top_p?", " refuses the request (400: top_p?). ", " Does it take no top_p? Leave topP out for it in the configuration.")]
    [InlineData(401, "no key", " asks for a key (401: no key). ", "Set FUNSEARCH_API_KEY or OPENAI_API_KEY.")]
    [InlineData(500, "out of memory", " failed (500: out of memory). ", "")]
    public async Task A_refusal_is_told_at_once_with_its_mend(int status, string answer, string refusal, string mend)
    {
        await using var server = new StubServer(new StubAnswer(status, answer));

        var trial = await TryAsync(new ModelSettings { Address = $"{server.Address}#tiny", Stream = false });

        Assert.StartsWith(server.Address + refusal, trial.Failure, StringComparison.Ordinal);
        Assert.EndsWith(mend, trial.Failure, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_model_whose_thoughts_did_not_fit_is_asked_again_with_room()
    {
        await using var server = new StubServer(
            new StubAnswer(400, """{"error":{"message":"Could not finish the message because max_tokens or model output limit was reached."}}"""),
            StubAnswer.Says("1 2 3", output: 700));

        var trial = await TryAsync(new ModelSettings { Address = $"{server.Address}#tiny", Stream = false, MaxOutputTokens = 4096 });

        Assert.Null(trial.Failure);
        Assert.Empty(trial.Remarks);
        Assert.Equal(4096, server.Requests[1].Json.GetProperty("max_tokens").GetInt32());
    }

    [Fact]
    public async Task A_model_that_only_thought_has_answered_and_needs_more_room()
    {
        await using var server = new StubServer(StreamedAnswer.Of([], (31, 64), end: "length"));

        var trial = await TryAsync(new ModelSettings { Address = $"{server.Address}#tiny" });

        Assert.Null(trial.Failure);
        Assert.Equal(["It thought for all of its 64 tokens and wrote nothing. maxOutputTokens is 1024: give it several thousand."], trial.Remarks);
    }

    [Fact]
    public async Task An_empty_answer_is_none()
    {
        await using var server = new StubServer(StreamedAnswer.Of([], (31, 0)));

        var trial = await TryAsync(new ModelSettings { Address = $"{server.Address}#tiny" });

        Assert.Equal(
            $"{server.Address} answers with nothing when its answer is to be streamed. Set \"stream\": false for it in the configuration.", trial.Failure);
    }

    [Fact]
    public async Task Models_of_one_server_on_this_machine_are_asked_in_turn_and_told_in_their_order()
    {
        await using var server = new StubServer(StubAnswer.Says("1 2 3"), StubAnswer.Says("1 2 3 4"));
        await using var silent = new StubServer(new StubAnswer(404, "no such model"));
        string[] addresses = [$"{server.Address}#tiny", $"{silent.Address}#b", $"{server.Address}#tiny-latest", "opnai/gpt"];

        var trials = await new TrialCall(TimeProvider.System).OfAllAsync(
            [.. addresses.Select(address => new ModelSettings { Address = address, Stream = false })], Cancelled);

        Assert.Equal(addresses, trials.Select(trial => trial.Settings.Address));
        Assert.Equal([true, false, true, false], trials.Select(trial => trial.Failure is null));
        Assert.Equal(["tiny", "tiny-latest"], server.Requests.Select(request => request.Json.GetProperty("model").GetString()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_no_longer_waits_does_not_get_a_failure(bool stream)
    {
        await using var server = new StubServer(StubAnswer.Silence);
        using var impatience = new CancellationTokenSource();
        var trying = new TrialCall(TimeProvider.System).OfAsync(new ModelSettings { Address = $"{server.Address}#tiny", Stream = stream }, impatience.Token);
        while (server.Requests.Count == 0)
        {
            await Task.Delay(10, Cancelled);
        }

        await impatience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => trying);
    }

    private static Task<Trial> TryAsync(ModelSettings settings) => new TrialCall(TimeProvider.System).OfAsync(settings, Cancelled);
}
