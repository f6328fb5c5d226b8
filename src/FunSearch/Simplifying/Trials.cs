using FunSearch.Programs;

namespace FunSearch.Simplifying;

/// <summary>Tries drafts, several at once, and finds the first in their order that passes: the same one, however many are tried at once.</summary>
/// <remarks>Not thread-safe but for <see cref="Tried"/>: one reducer owns it. A body is tried once; nothing that is found out later changes its verdict.</remarks>
internal sealed class Trials(Func<Body, CancellationToken, Task<bool>> passes, int atOnce)
{
    private readonly Dictionary<string, Task<bool>> _verdicts = [];
    private readonly HashSet<string> _counted = [];
    private long _tried;

    /// <summary>Bodies that had to be tried. Those that were only because others were not decided yet do not count: it is the same number for
    /// any number at once.</summary>
    public long Tried => Interlocked.Read(ref _tried);

    /// <returns>The draft with its place; null when none passes.</returns>
    public async Task<(int Place, Draft Draft)?> FirstAsync(IEnumerable<(int Place, Draft Draft)> drafts, CancellationToken cancellationToken)
    {
        var open = new Queue<(int Place, Draft Draft, Task<bool> Verdict)>();
        foreach (var (place, draft) in drafts)
        {
            open.Enqueue((place, draft, VerdictOn(draft.Body, cancellationToken)));
            if (open.Count == atOnce && await NextPassesAsync() is { } found)
            {
                return found;
            }
        }

        while (open.Count > 0)
        {
            if (await NextPassesAsync() is { } found)
            {
                return found;
            }
        }

        return null;

        async Task<(int Place, Draft Draft)?> NextPassesAsync()
        {
            var (place, draft, verdict) = open.Dequeue();
            var hasPassed = await verdict;
            if (_counted.Add(draft.Body.Hash))
            {
                Interlocked.Increment(ref _tried);
            }

            return hasPassed ? (place, draft) : null;
        }
    }

    /// <summary>Waits for what is still being tried, whatever comes of it.</summary>
    public async Task EndAsync() => await ((Task)Task.WhenAll(_verdicts.Values)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);

    private Task<bool> VerdictOn(Body body, CancellationToken cancellationToken) =>
        _verdicts.TryGetValue(body.Hash, out var known) ? known : _verdicts[body.Hash] = passes(body, cancellationToken);
}
