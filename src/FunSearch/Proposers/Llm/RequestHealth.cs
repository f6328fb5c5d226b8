using FunSearch.Search;

namespace FunSearch.Proposers.Llm;

/// <summary>Decides when failing requests end the search. Thread-safe: prompts are answered side by side.</summary>
internal sealed class RequestHealth(int failuresInARow)
{
    private int _failures;
    private volatile bool _hasSucceeded;

    public void Succeeded()
    {
        _hasSucceeded = true;
        Volatile.Write(ref _failures, 0);
    }

    /// <exception cref="ProposerException">There is no point in going on.</exception>
    public void Failed(RequestException exception)
    {
        var failures = Interlocked.Increment(ref _failures);
        if (exception.Failure == RequestFailure.Final || (exception.Failure == RequestFailure.Unreachable && !_hasSucceeded))
        {
            throw new ProposerException(exception.Message);
        }

        if (failures >= failuresInARow)
        {
            throw new ProposerException($"{failures} requests in a row failed, the last one: {exception.Message}");
        }
    }
}
