using FunSearch.Proposers.Answers;
using FunSearch.Proposers.Llm;
using FunSearch.Proposers.Llm.Settings;
using Microsoft.Extensions.AI;

namespace FunSearch.Tests.Proposers.Llm;

public sealed class ListenerTests
{
    private static readonly StubVoice Voice = StubVoice.Named("chat");

    private static readonly ChatMessage[] Messages = [new(ChatRole.User, "Write Priority_v2.")];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_model_that_has_written_the_method_is_hung_up_on_and_its_tokens_are_estimated()
    {
        const string method = "double Priority_v2(double item, double room, double capacity) { return item - room; }";
        await using var server = new StubServer(Voice.Begins(method) with { Withheld = 5, IsStalled = true });

        var heard = await ListenAsync(server, text => AnswerReader.HoldsTheMethod(text, BinPacking.Function, 2));

        Assert.Null(heard.Failure);
        Assert.Equal((method, true), (heard.Text, heard.IsEstimated));
        Assert.Equal((TokenEstimate.Of(Messages[0].Text), TokenEstimate.Of(method)), (heard.InputTokens, heard.OutputTokens));
    }

    [Fact]
    public async Task What_was_said_before_the_search_was_stopped_is_told_and_counted()
    {
        await using var server = new StubServer(Voice.Begins("return item;") with { Withheld = 5, IsStalled = true });
        using var stop = new CancellationTokenSource();

        // Asked about the first words, the judge stops the search.
        var heard = await ListenAsync(
            server,
            _ =>
            {
                stop.Cancel();
                return false;
            },
            stop.Token);

        Assert.Equal(("return item;", 4, true), (heard.Text, heard.OutputTokens, heard.IsEstimated));
        Assert.Equal(RequestFailure.Cancelled, heard.Failure!.Failure);
        Assert.Equal("The search was stopped before the answer was complete.", heard.Failure.Message);
    }

    [Fact]
    public async Task A_search_that_was_stopped_before_asks_nobody()
    {
        await using var server = new StubServer(Voice.Says(["x"], usage: null));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ListenAsync(server, _ => false, new CancellationToken(canceled: true)));

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_long_answer_is_not_read_again_for_every_word()
    {
        long read = 0;
        await using var server = new StubServer(Voice.Says([.. Enumerable.Repeat("x = 1; ", 20_000)], usage: null));

        var heard = await ListenAsync(
            server,
            text =>
            {
                read += text.Length;
                return false;
            });

        Assert.Equal(AnswerReader.LongestAnswer, heard.Text.Length);
        Assert.InRange(read, 10 * AnswerReader.LongestAnswer, 64 * (AnswerReader.LongestAnswer + 7));
    }

    [Fact]
    public async Task The_failure_of_a_client_that_its_owner_has_built_is_told_too()
    {
        using var foreign = new ForeignChatClient(new FailingClient(), "mine");

        var heard = await Listener.AskAsync(foreign, Messages, options: null, stream: true, _ => false, Cancelled);

        Assert.Equal(("half", "The client of mine failed: no more credit"), (heard.Text, heard.Failure!.Message));
    }

    [Theory]
    [InlineData(2_000_000_000, -5)]
    [InlineData(-1, 2_000_000_000)]
    public async Task Counts_of_tokens_that_cannot_be_are_not_believed(int input, int output)
    {
        await using var server = new StubServer(Voice.Says(["return item;"], (input, output)));

        var heard = await ListenAsync(server, _ => false);

        Assert.Equal((input < 0 ? TokenEstimate.Of(Messages[0].Text) : 1_000_000_000, output < 0 ? 4 : 1_000_000_000, true), (heard.InputTokens, heard.OutputTokens, heard.IsEstimated));
    }

    [Fact]
    public async Task Whatever_a_client_throws_when_the_search_is_stopped_is_the_stop()
    {
        using var stop = new CancellationTokenSource();
        using var foreign = new ForeignChatClient(new FailingClient(stop.Cancel), "mine");

        var heard = await Listener.AskAsync(foreign, Messages, options: null, stream: true, _ => false, stop.Token);

        Assert.Equal(("half", RequestFailure.Cancelled), (heard.Text, heard.Failure!.Failure));
    }

    private static async Task<Heard> ListenAsync(StubServer server, Func<string, bool> isEnough, CancellationToken? cancellationToken = null)
    {
        var connection = await ModelEndpoint.Parse($"{server.Address}#tiny").ConnectAsync(key: null, new ModelSettings { TimeoutSeconds = 20 }, Cancelled);
        using var client = connection.Client;
        return await Listener.AskAsync(client, Messages, options: null, stream: true, isEnough, cancellationToken ?? Cancelled);
    }

    private sealed class FailingClient(Action? before = null) : IChatClient
    {
        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("no more credit");

        public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages,
            ChatOptions? options = null,
            [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            yield return new ChatResponseUpdate(ChatRole.Assistant, "half");
            before?.Invoke();
            throw new InvalidOperationException("no more credit");
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
