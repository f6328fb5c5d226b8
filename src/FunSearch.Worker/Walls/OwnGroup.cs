using System.Runtime.InteropServices;

namespace FunSearch.Worker.Walls;

/// <summary>A worker and what it starts are one group of processes, so that they can be ended together, even when the worker is no more.</summary>
internal static partial class OwnGroup
{
    private const int Kill = 9;

    /// <summary>Makes this process the first of a group. Elsewhere than on Linux there is none.</summary>
    public static void Found()
    {
        if (OperatingSystem.IsLinux())
        {
            // It fails for the first of a session, which is the first of a group as well.
            _ = SetGroup(0, 0);
        }
    }

    /// <summary>Ends what is left of a worker's group.</summary>
    /// <param name="founder">The worker. It has only just died: its number must not be another's already.</param>
    public static void End(int founder)
    {
        if (OperatingSystem.IsLinux())
        {
            // Most often there is nobody left to signal.
            _ = Signal(-founder, Kill);
        }
    }

    [LibraryImport("libc", EntryPoint = "setpgid")]
    private static partial int SetGroup(int process, int group);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int process, int signal);
}
