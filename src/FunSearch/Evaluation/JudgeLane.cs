using FunSearch.Programs;
using FunSearch.Specifications;
using FunSearch.Worker.Wire;

namespace FunSearch.Evaluation;

/// <summary>The one process that has never loaded a candidate: it scores, verifies and draws what others found. Thread-safe.</summary>
internal sealed class JudgeLane(Func<Task<Runner>> start, TimeSpan limit) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private Task<Runner> _judge = start();

    /// <param name="solutions">As JSON, one an input of the split.</param>
    public Task<RunnerAnswer> JudgeAsync(Split split, IReadOnlyList<byte[]> solutions, CancellationToken cancellationToken) =>
        AskAsync(new Judge(split.Word(), solutions), split, cancellationToken);

    /// <param name="input">Of the split, counted from 0.</param>
    /// <param name="solution">As JSON.</param>
    public Task<RunnerAnswer> DrawAsync(Split split, int input, byte[] solution, CancellationToken cancellationToken) =>
        AskAsync(new Draw(split.Word(), input, solution), split, cancellationToken);

    public void Dispose() => _turn.Dispose();

    private async Task<RunnerAnswer> AskAsync(Message request, Split split, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var answer = await AskOnceAsync().ConfigureAwait(false);

            // A judge never calls a solution crashed: the process was lost. Once that may be chance.
            return answer is RunnerAnswer.Failed { Outcome.Why: OutcomeKind.Crashed } ? await AskOnceAsync().ConfigureAwait(false) : answer;
        }
        finally
        {
            _turn.Release();
        }

        async Task<RunnerAnswer> AskOnceAsync()
        {
            if (_judge.IsFaulted || _judge.IsCanceled || (_judge.IsCompletedSuccessfully && !_judge.Result.IsUsable))
            {
                _judge = start();
            }

            var judge = await _judge.WaitAsync(cancellationToken).ConfigureAwait(false);
            return await judge.AskAsync(request, split, limit, cancellationToken).ConfigureAwait(false);
        }
    }
}
