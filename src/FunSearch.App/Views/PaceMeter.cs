using FunSearch.Search;

namespace FunSearch.App.Views;

/// <summary>How fast a search goes just now.</summary>
/// <param name="SamplesPerSecond">Over the last ten seconds.</param>
/// <param name="SinceImprovement">Working time; null before the first improvement of this session.</param>
/// <param name="Idle">As <see cref="Runs.RunProgress.Idle"/>.</param>
internal sealed record Pace(double SamplesPerSecond, TimeSpan? SinceImprovement, double? Idle = null);

/// <summary>Watches snapshots go by. Not thread-safe: one view owns it.</summary>
internal sealed class PaceMeter
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);
    private readonly Queue<SearchProgress> _seen = new();
    private long? _champion;
    private TimeSpan? _improved;

    /// <summary>Takes the next snapshot in; snapshots come in order.</summary>
    public Pace Observe(SearchProgress progress, double? idle = null)
    {
        var champion = progress.Champion?.Program.Id;
        if (_champion is not null && champion != _champion)
        {
            _improved = progress.Elapsed;
        }

        _champion = champion;
        _seen.Enqueue(progress);
        while (progress.Elapsed - _seen.Peek().Elapsed > Window)
        {
            _seen.Dequeue();
        }

        var oldest = _seen.Peek();
        var seconds = (progress.Elapsed - oldest.Elapsed).TotalSeconds;
        return new Pace(seconds > 0 ? (progress.Samples - oldest.Samples) / seconds : 0, progress.Elapsed - _improved, idle);
    }
}
