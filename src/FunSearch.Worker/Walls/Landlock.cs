using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace FunSearch.Worker.Walls;

/// <summary>
/// What a process may read; all else in the file system is refused it, and so are writing, TCP, and signals to others. A thread restricts
/// itself, and hands it down to whatever it starts: there is no way back, and none to restrict the threads beside it.
/// </summary>
/// <remarks>Source: the kernel's <c>Documentation/userspace-api/landlock.rst</c>.</remarks>
internal sealed unsafe partial class Landlock : IDisposable
{
    private const int CreateRuleset = 444;
    private const int AddRule = 445;
    private const int RestrictSelf = 446;
    private const int AskVersion = 1;
    private const int PathBeneath = 1;

    private const ulong Execute = 1 << 0;
    private const ulong ReadFile = 1 << 2;
    private const ulong ReadFolder = 1 << 3;

    // O_PATH | O_CLOEXEC: names a place, opens nothing.
    private const int Place = 0x200000 | 0x80000;

    private readonly SafeFileHandle _rules;

    /// <exception cref="WallException">The kernel refuses.</exception>
    public Landlock()
    {
        var handled = new Handled(FileRights(Version), Version >= 4 ? 0b11UL : 0, Version >= 6 ? 0b11UL : 0);
        var size = Version switch { >= 6 => 24, >= 4 => 16, _ => 8 };
        _rules = new SafeFileHandle(Kernel.Demand(Kernel.Call(CreateRuleset, (nint)(&handled), (void*)size, 0, 0), "landlock_create_ruleset"), ownsHandle: true);
    }

    /// <summary>The version that the kernel speaks: from 4 it knows TCP, from 6 signals. 0 where it has no Landlock.</summary>
    public static int Version { get; } = Kernel.IsKnown ? (int)Math.Max(0, Kernel.Call(CreateRuleset, 0, null, AskVersion, 0)) : 0;

    /// <summary>Lets a file, or all that is in a folder, be read. A place that is not there is left out.</summary>
    /// <exception cref="WallException">The kernel refuses.</exception>
    public Landlock Read(string path) => Allow(path, ReadFile | ReadFolder);

    /// <summary>As <see cref="Read"/>, but a folder cannot be listed: only who knows a name can read it.</summary>
    public Landlock ReadByName(string path) => Allow(path, ReadFile);

    /// <summary>Lets it be read, loaded and started.</summary>
    /// <inheritdoc cref="Read"/>
    public Landlock Run(string path) => Allow(path, ReadFile | ReadFolder | Execute);

    /// <summary>Restricts this thread, and all that it starts, for ever; of root's powers it keeps the one to read.</summary>
    /// <exception cref="WallException">The kernel refuses.</exception>
    public void RestrictThread()
    {
        Kernel.RefuseNewPrivileges();
        Capabilities.Drop();
        Kernel.Demand(Kernel.Call(RestrictSelf, _rules.DangerousGetHandle(), null, 0, 0), "landlock_restrict_self");
    }

    public void Dispose() => _rules.Dispose();

    private Landlock Allow(string path, ulong rights)
    {
        if (!Path.Exists(path))
        {
            return this;
        }

        using var place = new SafeFileHandle(Kernel.Demand(Open(path, Place), $"open({path})"), ownsHandle: true);
        var beneath = new Beneath(Directory.Exists(path) ? rights : rights & ~ReadFolder, (int)place.DangerousGetHandle());
        Kernel.Demand(Kernel.Call(AddRule, _rules.DangerousGetHandle(), (void*)PathBeneath, (nint)(&beneath), 0), $"landlock_add_rule({path})");
        return this;
    }

    /// <summary>All that can be done to a file, as far as this version tells it apart: what is handled here is refused unless allowed.</summary>
    private static ulong FileRights(int version) => (1UL << version switch { >= 5 => 16, >= 3 => 15, 2 => 14, _ => 13 }) - 1;

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    /// <summary><c>landlock_ruleset_attr</c>. The last: no signals and no abstract sockets out of here.</summary>
    private readonly record struct Handled(ulong Files, ulong Tcp, ulong Scoped);

    /// <summary><c>landlock_path_beneath_attr</c>.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct Beneath(ulong Rights, int Place);
}
