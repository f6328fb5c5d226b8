using System.Threading.Channels;

namespace FunSearch.Evaluation;

/// <summary>
/// Runners that wait for work, and one warm spare. A runner that is killed or dies is replaced by the spare, and the spare by a new
/// one, while the others go on. Thread-safe.
/// </summary>
internal sealed class RunnerPool : IDisposable
{
    private readonly Func<Task<Runner>> _start;
    private readonly SemaphoreSlim _fresh;
    private readonly Channel<Task<Runner>> _idle = Channel.CreateUnbounded<Task<Runner>>();
    private Task<Runner> _spare;

    /// <param name="first">The first of the runners, already started.</param>
    /// <param name="size">Runners that work at once, and fresh ones that do.</param>
    public RunnerPool(Runner first, int size, Func<Task<Runner>> start)
    {
        _start = start;
        _fresh = new SemaphoreSlim(size);
        _idle.Writer.TryWrite(Task.FromResult(first));
        for (var i = 1; i < size; i++)
        {
            _idle.Writer.TryWrite(start());
        }

        _spare = start();
    }

    /// <summary>Lends a runner for one use; waits until one is free.</summary>
    public async Task<RunnerAnswer> UseAsync(Func<Runner, Task<RunnerAnswer>> use, CancellationToken cancellationToken)
    {
        var runner = await _idle.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // It may have died while it waited, which is nobody's outcome. That is often known only when it is written to.
            runner = IsSpent(runner) ? TakeFresh() : runner;
            var lent = await runner.WaitAsync(cancellationToken).ConfigureAwait(false);
            var answer = await use(lent).ConfigureAwait(false);
            if (lent.WasAsked)
            {
                return answer;
            }

            runner = TakeFresh();
            return await use(await runner.WaitAsync(cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        }
        finally
        {
            _idle.Writer.TryWrite(IsSpent(runner) ? TakeFresh() : runner);
        }
    }

    /// <summary>Lends a runner that has never run anything, and ends it afterwards; waits until fewer than the size are lent.</summary>
    public async Task<RunnerAnswer> UseFreshAsync(Func<Runner, Task<RunnerAnswer>> use, CancellationToken cancellationToken)
    {
        // Too many at once would take the cores from each other, and time each other out.
        await _fresh.WaitAsync(cancellationToken).ConfigureAwait(false);
        var runner = TakeFresh();
        try
        {
            return await use(await runner.WaitAsync(cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        }
        finally
        {
            _ = EndAsync(runner);
            _fresh.Release();
        }
    }

    public void Dispose() => _fresh.Dispose();

    private Task<Runner> TakeFresh()
    {
        var spare = Interlocked.Exchange(ref _spare, _start());
        return IsSpent(spare) ? _start() : spare;
    }

    private static bool IsSpent(Task<Runner> runner) =>
        runner.IsFaulted || runner.IsCanceled || (runner.IsCompletedSuccessfully && !runner.Result.IsUsable);

    private static async Task EndAsync(Task<Runner> starting)
    {
        var runner = await starting.ConfigureAwait(false);
        await runner.EndAsync().ConfigureAwait(false);
    }
}
