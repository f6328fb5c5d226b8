using System.Diagnostics;
using System.Runtime.InteropServices;
using FunSearch.Worker.Walls;

namespace FunSearch.Evaluation;

/// <summary>How a worker begins.</summary>
/// <param name="Role"><c>compiler</c> or <c>runner</c>.</param>
/// <param name="MemoryBytes">The limit of a runner, where it cannot set one itself.</param>
/// <param name="Reads">The user's files and folders that it reads, and assemblies, by absolute path. The rest of the machine's are not for it.</param>
internal sealed record WorkerStart(string Role, long MemoryBytes, IReadOnlyList<string> Reads)
{
    // Of the system: libraries, the loader's index of them, and time zones, which the user's own code may ask for.
    private static readonly string[] Libraries = ["/lib", "/lib64", "/usr/lib", "/usr/lib64", "/etc/ld.so.cache", "/usr/share/zoneinfo", "/etc/localtime"];

    // The runtime counts cores and memory there. Processes cannot be listed, and of another's only what everybody may know is shown.
    private static readonly string[] Machine = ["/proc", "/sys/devices/system", "/sys/fs/cgroup", "/sys/kernel/mm"];

    // The first to ask for a signal, or to start a process, makes .NET's thread for signals: not a spawner, or that thread would live behind
    // its wall for as long as we do.
    private static readonly PosixSignalRegistration Signals = PosixSignalRegistration.Create(PosixSignal.SIGQUIT, _ => { });

    public Process Begin(Walls walls)
    {
        var start = WorkerExecutable.Start(Role, MemoryBytes, walls.OfWorker.Words);
        return walls.Process.Landlock ? Confined(start) : Process.Start(start)!;
    }

    /// <summary>A thread that restricts itself, starts the process, and ends: the process inherits what the rest of us never had.</summary>
    private Process Confined(ProcessStartInfo start)
    {
        using var rules = Rules();
        var begun = new TaskCompletionSource<Process>();
        var spawner = new Thread(() =>
        {
            try
            {
                rules.RestrictThread();
                begun.SetResult(Process.Start(start)!);
            }
            catch (Exception exception)
            {
                // It belongs to whoever waits for the process.
                begun.SetException(exception);
            }
        }) { Name = "spawner" };
        spawner.Start();
        spawner.Join();
        return begun.Task.GetAwaiter().GetResult();
    }

    private Landlock Rules()
    {
        var rules = new Landlock();
        try
        {
            foreach (var path in Libraries.Concat(WorkerExecutable.Folders))
            {
                rules.Run(path);
            }

            foreach (var path in Machine)
            {
                rules.ReadByName(path);
            }

            foreach (var path in Reads)
            {
                rules.Read(path);
            }

            return rules;
        }
        catch
        {
            rules.Dispose();
            throw;
        }
    }
}
