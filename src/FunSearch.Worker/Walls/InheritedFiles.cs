using System.Runtime.InteropServices;

namespace FunSearch.Worker.Walls;

/// <summary>Files that whoever started the parent had left open, a lock or a secret of a shell's, come down to each process. No wall governs
/// what is open already.</summary>
internal static partial class InheritedFiles
{
    private const int FirstAfterStandard = 3;

    // They cannot be listed any more. Whoever opens a file gets the lowest number that is free: there are few so high.
    private const int Last = 1 << 14;

    private const int GetFlags = 1;
    private const int ClosesOnStart = 1;

    /// <summary>Closes them. To be called first of all: what this process opens itself, .NET marks as not for children.</summary>
    public static void Close()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        for (var file = FirstAfterStandard; file <= Last; file++)
        {
            var flags = Control(file, GetFlags);
            if (flags >= 0 && (flags & ClosesOnStart) == 0)
            {
                _ = CloseFile(file);
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int Control(int file, int command);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int CloseFile(int file);
}
