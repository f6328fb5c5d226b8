using System.Runtime.InteropServices;

namespace FunSearch.Worker.Running;

/// <summary>What the kernel grants this process. Linux alone: elsewhere the parent sets the collector's own limit.</summary>
internal static partial class ResourceLimits
{
    private const int FileSize = 1;
    private const int Data = 2;
    private const int Core = 4;
    private const int OpenFiles = 7;

    /// <summary>The runtime needs some for itself.</summary>
    private const int FewFiles = 256;

    /// <summary>Limits data segment and heap together, and forbids core files: a stack overflow would write one each time.</summary>
    /// <param name="memoryBytes">0 leaves memory as it is.</param>
    public static void Apply(long memoryBytes)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        // 1, not 0, also keeps the kernel from piping the core to a program (core(5)).
        Set(Core, 1);
        if (memoryBytes > 0)
        {
            Set(Data, (nuint)memoryBytes);
        }
    }

    /// <summary>No file can be written any more, and few be open.</summary>
    public static void ApplyToFiles()
    {
        Set(FileSize, 0);
        Set(OpenFiles, FewFiles);
    }

    private static void Set(int resource, nuint limit)
    {
        if (SetLimit(resource, new Limit(limit, limit)) != 0)
        {
            throw new InvalidOperationException($"setrlimit({resource}, {limit}) failed: {Marshal.GetLastPInvokeErrorMessage()}.");
        }
    }

    [LibraryImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    private static partial int SetLimit(int resource, in Limit limit);

    private readonly record struct Limit(nuint Soft, nuint Hard);
}
