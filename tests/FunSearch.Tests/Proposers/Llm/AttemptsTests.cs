using System.Net;
using FunSearch.Proposers.Llm;
using FunSearch.Proposers.Llm.Protocols;
using Microsoft.Extensions.AI;

namespace FunSearch.Tests.Proposers.Llm;

public sealed class AttemptsTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(3, 8)]
    [InlineData(6, 60)]
    [InlineData(100, 60)]
    public void A_pause_doubles_up_to_a_minute(int attempt, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Attempts.Pause(TimeSpan.FromSeconds(1), attempt));

    [Fact]
    public async Task A_pause_that_the_stop_of_a_search_ends_costs_nothing()
    {
        using var stop = new CancellationTokenSource();
        var clock = new PauseClock();
        var sentences = new FailureSentences(ModelEndpoint.Parse("http://127.0.0.1:1/v1#tiny"), "tiny", Key: null);
        var limit = TimeSpan.FromSeconds(20);
        using var http = new HttpClient(new Attempts(new Busy(), sentences, retries: 3, limit, firstPause: TimeSpan.FromSeconds(15), clock)) { Timeout = Timeout.InfiniteTimeSpan };
        using var client = OpenAiChat.Client(http, sentences);

        var listening = Listener.AskAsync(client, [new ChatMessage(ChatRole.User, "Write.")], options: null, stream: true, _ => false, stop.Token);
        await clock.PauseBegun;
        await stop.CancelAsync();
        var heard = await listening;

        Assert.Equal((RequestFailure.Cancelled, 0, 0), (heard.Failure!.Failure, heard.InputTokens, heard.OutputTokens));
    }

    /// <summary>Refuses whoever asks.</summary>
    private sealed class Busy : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.TooManyRequests));
    }

    /// <summary>The system's clock, and when somebody first waits by it.</summary>
    private sealed class PauseClock : TimeProvider
    {
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task PauseBegun => _begun.Task;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _begun.TrySetResult();
            return base.CreateTimer(callback, state, dueTime, period);
        }
    }
}
