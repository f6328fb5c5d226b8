namespace FunSearch.Proposers.Llm.Protocols;

/// <summary>The limit of time of one attempt at a request, as a whole: a server that goes silent in the middle of its answer meets it too.</summary>
internal sealed class AttemptLimit : IDisposable
{
    private readonly FailureSentences _sentences;
    private readonly TimeSpan _timeout;
    private readonly CancellationToken _callers;
    private readonly CancellationTokenSource _source;

    public AttemptLimit(FailureSentences sentences, TimeSpan timeout, CancellationToken callers)
    {
        (_sentences, _timeout, _callers) = (sentences, timeout, callers);
        _source = CancellationTokenSource.CreateLinkedTokenSource(callers);
        _source.CancelAfter(timeout);
        Token = _source.Token;
    }

    /// <summary>Cancelled at the limit, and by the caller.</summary>
    public CancellationToken Token { get; }

    /// <summary>What an exception means that was thrown while an answer was waited for or read; null for the caller's own cancellation, and for
    /// what has nothing to do with it.</summary>
    public RequestException? Failure(Exception exception, CancellationToken reader) =>
        _callers.IsCancellationRequested || reader.IsCancellationRequested ? null
        : exception is OperationCanceledException ? Passing(_sentences.ForTimeout(_timeout))
        : exception is HttpRequestException or IOException ? Passing(_sentences.ForBrokenOff((exception.InnerException ?? exception).Message))
        : null;

    /// <summary>An answer that has no end.</summary>
    public RequestException TooLong(long bytes) => Passing(_sentences.ForTooLong(bytes));

    public void Dispose() => _source.Dispose();

    private static RequestException Passing(string sentence) => new(RequestFailure.Passing, sentence) { MayCost = true };
}
