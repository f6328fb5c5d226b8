using System.Runtime.InteropServices;

namespace FunSearch.Worker.Walls;

/// <summary>What root may do because it is root. It goes around walls: some of it lets a process look into all others.</summary>
internal static unsafe partial class Capabilities
{
    private const uint Version = 0x2008_0522;

    /// <summary>CAP_DAC_READ_SEARCH: whose files root reads without being their owner is left to Landlock.</summary>
    private const uint ReadAnyFile = 1 << 2;

    /// <summary>Takes all but one from this thread, and from what it starts. Who is not root has none.</summary>
    /// <exception cref="WallException">The kernel refuses.</exception>
    public static void Drop()
    {
        var thread = new Whose(Version, 0);
        var sets = stackalloc Sets[2];
        Kernel.Demand(Get(&thread, sets), "capget");
        var kept = sets[0].Permitted & ReadAnyFile;
        (sets[0], sets[1]) = (new Sets(kept, kept, 0), default);
        Kernel.Demand(Set(&thread, sets), "capset");
    }

    [LibraryImport("libc", EntryPoint = "capget", SetLastError = true)]
    private static partial int Get(Whose* thread, Sets* sets);

    [LibraryImport("libc", EntryPoint = "capset", SetLastError = true)]
    private static partial int Set(Whose* thread, Sets* sets);

    /// <summary><c>__user_cap_header_struct</c>.</summary>
    private readonly record struct Whose(uint Version, int Thread);

    /// <summary><c>__user_cap_data_struct</c>; two of them hold 64 bits of each.</summary>
    private readonly record struct Sets(uint Effective, uint Permitted, uint Inheritable);
}
