using FunSearch.App.Views;
using FunSearch.Runs;
using FunSearch.Search;
using Spectre.Console;

namespace FunSearch.App.Commands;

/// <summary>Shows how a search stands while it goes on: a picture on a terminal, lines elsewhere.</summary>
internal sealed class ProgressWatch(RunFacts facts, Terminal terminal, TimeProvider time)
{
    private static readonly TimeSpan Renewal = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    /// <summary>Comes back when the search has ended, however it did.</summary>
    /// <param name="progress">Null while there is nothing to show.</param>
    /// <param name="idle">As <see cref="RunProgress.Idle"/>.</param>
    public Task UntilAsync(Task search, Func<SearchProgress?> progress, Func<double?> idle) =>
        terminal.IsLive ? ShowAsync(search, progress, idle) : TellAsync(search, progress, idle);

    // The live display reprints itself where nothing can be redrawn: hence the lines.
    private Task ShowAsync(Task search, Func<SearchProgress?> progress, Func<double?> idle)
    {
        var meter = new PaceMeter();
        return terminal.Screen.Live(new Text("starting …")).AutoClear(true).Overflow(VerticalOverflow.Crop).StartAsync(async live =>
        {
            while (!search.IsCompleted)
            {
                if (progress() is { } now)
                {
                    live.UpdateTarget(LiveView.Render(facts, now, meter.Observe(now, idle()), terminal.Width, terminal.Screen.Profile.Height));
                }

                await PauseAsync(search, Renewal);
            }
        });
    }

    private async Task TellAsync(Task search, Func<SearchProgress?> progress, Func<double?> idle)
    {
        var lines = new PlainLines(facts);
        bool ended;
        do
        {
            // Asked before the snapshot: so the last one is told as well.
            ended = search.IsCompleted;
            if (progress() is { } now && lines.Tell(now, idle()) is { } line)
            {
                terminal.Say(line);
            }

            await PauseAsync(search, Poll);
        }
        while (!ended);
    }

    private async Task PauseAsync(Task search, TimeSpan pause) => await Task.WhenAny(search, Task.Delay(pause, time));
}
