using Spectre.Console;

namespace FunSearch.App.Commands;

/// <summary>Shows how far some work has come: one line that changes on a terminal, lines now and then elsewhere.</summary>
/// <param name="line">How far, in a line.</param>
internal sealed class LineWatch(Func<string> line, Terminal terminal, TimeProvider time)
{
    private static readonly TimeSpan Renewal = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);

    /// <summary>Comes back when the work has ended, however it did.</summary>
    public Task UntilAsync(Task work) => terminal.IsLive
        ? terminal.Screen.Status().StartAsync(Markup.Escape(line()), context => RepeatAsync(work, Renewal, () => context.Status = Markup.Escape(line())))
        : RepeatAsync(work, Heartbeat, () => terminal.Say(line()));

    private async Task RepeatAsync(Task work, TimeSpan pause, Action tell)
    {
        while (await Task.WhenAny(work, Task.Delay(pause, time)) != work)
        {
            tell();
        }
    }
}
