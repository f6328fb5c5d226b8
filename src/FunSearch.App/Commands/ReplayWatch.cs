using FunSearch.Runs;
using Spectre.Console;

namespace FunSearch.App.Commands;

/// <summary>Shows how far a replay has come: one line that changes on a terminal, lines now and then elsewhere.</summary>
internal sealed class ReplayWatch(RunningReplay replay, Terminal terminal, TimeProvider time)
{
    private static readonly TimeSpan Renewal = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);

    /// <summary>Comes back when the replay has ended, however it did.</summary>
    public Task UntilAsync(Task result) => terminal.IsLive
        ? terminal.Screen.Status().StartAsync(Line(), context => RepeatAsync(result, Renewal, () => context.Status = Line()))
        : RepeatAsync(result, Heartbeat, () => terminal.Say(Line()));

    private async Task RepeatAsync(Task result, TimeSpan pause, Action tell)
    {
        while (await Task.WhenAny(result, Task.Delay(pause, time)) != result)
        {
            tell();
        }
    }

    private string Line() => replay.Total is { } total ? $"{replay.Samples:N0} of {total:N0} samples are the same" : "reading the journal";
}
