namespace FunSearch.Proposers.Llm;

/// <summary>Whether a model can be asked: one that keeps failing is given a rest, and then tried with a single request.</summary>
/// <remarks>Not thread-safe: <see cref="Turns"/> guards it.</remarks>
internal sealed class ModelHealth(int failuresInARow, TimeProvider time)
{
    private static readonly TimeSpan FirstRest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(10);

    private int _failures;
    private RequestException? _failure;
    private TimeSpan _rest = FirstRest;
    private DateTimeOffset _restsUntil = DateTimeOffset.MinValue;

    /// <summary>It has answered at least once, whatever it said.</summary>
    public bool HasAnswered { get; private set; }

    /// <summary>It will not answer however often it is asked.</summary>
    public bool IsGone => _failure?.Failure == RequestFailure.Final;

    public bool IsDown => IsGone || Rest > TimeSpan.Zero;

    /// <summary>What is left of its rest; zero when it takes none.</summary>
    public TimeSpan Rest => _restsUntil - time.GetUtcNow() is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;

    /// <summary>Why it is down, as a sentence.</summary>
    public string Why => _failures > 1 && !IsGone ? $"{_failures} requests in a row failed, the last one: {_failure!.Message}" : _failure!.Message;

    // Who has never been there is not asked eight times: the sentence that helps would only come later.
    private bool IsExhausted => _failures >= failuresInARow || (_failure?.Failure == RequestFailure.Unreachable && !HasAnswered);

    /// <summary>How many requests it may have at once.</summary>
    /// <param name="most">While it is well.</param>
    public int Room(int most) => IsDown ? 0 : IsExhausted ? 1 : most;

    public void Succeeded() => (HasAnswered, _failure, _failures, _rest, _restsUntil) = (true, null, 0, FirstRest, DateTimeOffset.MinValue);

    public void Failed(RequestException failure)
    {
        // Another request that was under way says nothing against what is known for good.
        _failure = IsGone ? _failure : failure;
        _failures++;
        if (IsExhausted && Rest == TimeSpan.Zero)
        {
            _restsUntil = time.GetUtcNow() + _rest;
            _rest = _rest * 2 < LongestRest ? _rest * 2 : LongestRest;
        }
    }
}
