using FunSearch.Replaying;
using FunSearch.Search;

namespace FunSearch.Runs;

/// <summary>A replay whose processes are up: to be run once, before its plan is disposed.</summary>
/// <param name="champion">The sample that the record names as the best; null when it names none.</param>
/// <param name="evaluator">Disposed with the replay.</param>
internal sealed class RunningReplay(Replayer replayer, long? champion, IEvaluator evaluator) : IAsyncDisposable
{
    /// <inheritdoc cref="Replayer.Samples"/>
    public long Samples => replayer.Samples;

    /// <inheritdoc cref="Replayer.Total"/>
    public long? Total => replayer.Total;

    /// <exception cref="StoreException">The journal cannot be read.</exception>
    public Task<ReplayResult> RunAsync(CancellationToken cancellationToken) =>
        // It computes a lot between its waits, and must not hold up whoever watches.
        Task.Run(() => replayer.RunAsync(champion, cancellationToken), CancellationToken.None);

    public ValueTask DisposeAsync() => evaluator.DisposeAsync();
}
