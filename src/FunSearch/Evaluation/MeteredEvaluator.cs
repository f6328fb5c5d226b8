using FunSearch.Programs;
using FunSearch.Search;
using FunSearch.Specifications;

namespace FunSearch.Evaluation;

/// <summary>Tells how much of the time workers stand idle because nobody gives them a candidate.</summary>
/// <param name="evaluator">Disposed of by its owner.</param>
/// <param name="workers">Candidates that it runs at once.</param>
/// <remarks>Thread-safe. A candidate keeps a worker busy from when it is handed over to its outcome: while it is being compiled, or waits
/// for a runner that starts, a faster proposer would help nobody.</remarks>
internal sealed class MeteredEvaluator(IEvaluator evaluator, int workers, TimeProvider time) : IEvaluator
{
    private readonly Lock _counting = new();
    private int _inHand;
    private long? _begun;
    private long _counted;
    private bool _hasEnded;

    // In ticks of the clock, times workers.
    private long _busy;

    /// <inheritdoc/>
    public IReadOnlyDictionary<Split, IReadOnlyList<string>> Inputs => evaluator.Inputs;

    /// <summary>Share of the workers' time since <see cref="Begin"/> in which they had nothing to do, from 0 to 1; null before.</summary>
    public double? Idle
    {
        get
        {
            lock (_counting)
            {
                Count();
                return _counted > _begun ? 1 - ((double)_busy / (workers * (_counted - _begun.Value))) : null;
            }
        }
    }

    /// <summary>The search begins.</summary>
    public void Begin()
    {
        lock (_counting)
        {
            _begun = _counted = time.GetTimestamp();
        }
    }

    /// <summary>The search has ended, and what comes after it is no idleness.</summary>
    public void End()
    {
        lock (_counting)
        {
            Count();
            _hasEnded = true;
        }
    }

    /// <inheritdoc/>
    public Task<Outcome> EvaluateAsync(Body body, Rivals rivals, CancellationToken cancellationToken) =>
        HoldAsync(() => evaluator.EvaluateAsync(body, rivals, cancellationToken));

    /// <inheritdoc/>
    public Task<Examination> ExamineAsync(Subject subject, Split split, CancellationToken cancellationToken) =>
        HoldAsync(() => evaluator.ExamineAsync(subject, split, cancellationToken));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<T> HoldAsync<T>(Func<Task<T>> work)
    {
        Change(1);
        try
        {
            return await work().ConfigureAwait(false);
        }
        finally
        {
            Change(-1);
        }
    }

    private void Change(int inHand)
    {
        lock (_counting)
        {
            Count();
            _inHand += inHand;
        }
    }

    private void Count()
    {
        if (_begun is not null && !_hasEnded)
        {
            var now = time.GetTimestamp();
            _busy += Math.Min(_inHand, workers) * (now - _counted);
            _counted = now;
        }
    }
}
