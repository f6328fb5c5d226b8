using System.Runtime.InteropServices;

namespace FunSearch.Worker.Walls;

/// <summary>Calls into Linux that no library has. The numbers are those of x64, the one machine that they were tried on.</summary>
internal static unsafe partial class Kernel
{
    private const int SetNoNewPrivileges = 38;

    /// <summary>False where none of these calls may be made.</summary>
    public static bool IsKnown { get; } = OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64;

    /// <summary>What this thread starts can never gain rights. Without it the kernel lets only root restrict anything.</summary>
    /// <exception cref="WallException">The kernel refuses.</exception>
    public static void RefuseNewPrivileges() => Demand(Control(SetNoNewPrivileges, 1, 0, 0, 0), "prctl(PR_SET_NO_NEW_PRIVS)");

    /// <returns>What the call returned; below 0 where it failed.</returns>
    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    public static partial nint Call(nint number, nint first, void* second, nint third, nint fourth);

    /// <exception cref="WallException">The result is a failure.</exception>
    public static nint Demand(nint result, string what) =>
        result >= 0 ? result : throw new WallException($"{what} failed: {Marshal.GetLastPInvokeErrorMessage()}.");

    [LibraryImport("libc", EntryPoint = "prctl", SetLastError = true)]
    private static partial int Control(int option, nuint second, nuint third, nuint fourth, nuint fifth);
}
