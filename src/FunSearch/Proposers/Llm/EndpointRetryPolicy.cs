using System.ClientModel.Primitives;

namespace FunSearch.Proposers.Llm;

/// <summary>The client's own policy (429, 5xx and network failures, doubling pauses, Retry-After), but for a server that has never
/// answered and one that let the time run out: more patience would only delay the sentence that helps.</summary>
internal sealed class EndpointRetryPolicy(int retries) : ClientRetryPolicy(retries)
{
    private volatile bool _hasAnswered;

    // Requests are sent asynchronously, and of these the client tells the asynchronous method alone.
    protected override ValueTask OnRequestSentAsync(PipelineMessage message)
    {
        _hasAnswered |= message.Response is not null;
        return ValueTask.CompletedTask;
    }

    protected override bool ShouldRetry(PipelineMessage message, Exception? exception) =>
        IsWorthwhile(exception) && base.ShouldRetry(message, exception);

    private bool IsWorthwhile(Exception? exception) => exception is null || (_hasAnswered && exception is not OperationCanceledException);
}
