using System.Collections.Concurrent;

namespace FunSearch.Evaluation;

/// <summary>All worker processes of one evaluator: whatever is in flight when it closes, none is left behind. Thread-safe.</summary>
internal sealed class WorkerFleet : IAsyncDisposable
{
    private readonly ConcurrentDictionary<int, WorkerProcess> _workers = [];
    private readonly Walls _walls;
    private readonly MemoryWatch _watch;
    private volatile bool _closed;

    public WorkerFleet(Walls walls) => (_walls, _watch) = (walls, new MemoryWatch(() => Workers));

    /// <summary>True once no worker lives any more, or soon will: what ends from now on ends because of us.</summary>
    public bool IsClosed => _closed;

    /// <summary>Those that live.</summary>
    public IEnumerable<WorkerProcess> Workers => _workers.Values.Where(worker => !worker.HasEnded);

    public WorkerProcess Start(WorkerStart start)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        foreach (var gone in _workers.Where(worker => worker.Value.HasEnded && worker.Value.EndAsync().IsCompleted))
        {
            _workers.TryRemove(gone);
        }

        var worker = new WorkerProcess(start, _walls);
        _workers[worker.Id] = worker;
        if (_closed)
        {
            // It closed while the process started, and may not have seen it.
            _ = worker.EndAsync();
        }

        return worker;
    }

    public async ValueTask DisposeAsync()
    {
        _closed = true;
        _watch.Dispose();
        await Task.WhenAll(_workers.Values.Select(worker => worker.EndAsync())).ConfigureAwait(false);
    }
}
