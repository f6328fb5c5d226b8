using FunSearch.Replaying;
using Spectre.Console;

namespace FunSearch.App.Commands;

/// <summary>Shows how far a replay has come: one line that changes on a terminal, lines now and then elsewhere.</summary>
internal sealed class ReplayWatch(Replayer replayer, Terminal terminal, TimeProvider time)
{
    private static readonly TimeSpan Renewal = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);

    /// <summary>Comes back when the replay has ended, however it did.</summary>
    public Task UntilAsync(Task replay) => terminal.IsLive
        ? terminal.Screen.Status().StartAsync(Line(), context => RepeatAsync(replay, Renewal, () => context.Status = Line()))
        : RepeatAsync(replay, Heartbeat, () => terminal.Say(Line()));

    private async Task RepeatAsync(Task replay, TimeSpan pause, Action tell)
    {
        while (await Task.WhenAny(replay, Task.Delay(pause, time)) != replay)
        {
            tell();
        }
    }

    private string Line() => replayer.Total is { } total ? $"{replayer.Samples:N0} of {total:N0} samples are the same" : "reading the journal";
}
