namespace FunSearch.Worker.Walls;

/// <summary>What a worker that has been set up may still ask of the kernel, as a program that the kernel runs at each call.</summary>
/// <remarks>Numbers of x64. Source: the kernel's <c>Documentation/userspace-api/seccomp_filter.rst</c> and <c>syscall_64.tbl</c>.</remarks>
internal static class SystemCalls
{
    /// <summary>The call fails with EPERM.</summary>
    public const uint Refuse = 0x0005_0001;

    private const uint Allow = 0x7fff_0000;
    private const uint KillProcess = 0x8000_0000;

    private const uint MachineX64 = 0xc000_003e;

    // Where the kernel shows the program what was called: the number, the machine, and six arguments of 8 bytes.
    private const uint NumberAt = 0;
    private const uint MachineAt = 4;
    private const uint ArgumentsAt = 16;

    private static readonly uint[] Allowed =
    [
        0, 1, 3, 8, 17, // read, write, close, lseek, pread64: of what is open
        5, 7, // fstat, poll
        9, 10, 11, 12, 25, 28, // mmap, mprotect, munmap, brk, mremap, madvise
        13, 14, 15, 131, // rt_sigaction, rt_sigprocmask, rt_sigreturn, sigaltstack
        24, 35, 204, 230, 309, // sched_yield, nanosleep, sched_getaffinity, clock_nanosleep, getcpu
        39, 186, // getpid, gettid
        60, 231, // exit, exit_group
        98, 99, 228, 229, // getrusage, sysinfo, clock_gettime, clock_getres
        202, 219, 273, 324, 334, // futex, restart_syscall, set_robust_list, membarrier, rseq
        318, // getrandom
    ];

    /// <summary>The program, an instruction (<c>sock_filter</c>) a number.</summary>
    /// <param name="process">This process: it may signal itself, to suspend its threads and to end.</param>
    public static IEnumerable<ulong> Filter(int process) =>
    [
        Load(MachineAt), SkipUnless(MachineX64, 1), SkipNext, Return(KillProcess),
        Load(NumberAt),
        .. Allowed.SelectMany(number => new[] { SkipUnless(number, 1), Return(Allow) }),
        .. Only(62, 0, (uint)process), // kill
        .. Only(234, 0, (uint)process), // tgkill
        .. Only(72, 1, 1, 2, 3, 1030), // fcntl: F_GETFD, F_SETFD, F_GETFL, F_DUPFD_CLOEXEC, but no signals to who owns a file
        .. Only(157, 0, 15, 0x5356_4d41), // prctl: names of threads and of memory
        Return(Refuse),
    ];

    private static ulong SkipNext => Instruction(0x05, 1);

    /// <summary>Allows a call where an argument has one of some values.</summary>
    private static IEnumerable<ulong> Only(uint number, uint argument, params uint[] values) =>
    [
        SkipUnless(number, (byte)((2 * values.Length) + 2)),
        Load(ArgumentsAt + (8 * argument)),
        .. values.SelectMany(value => new[] { SkipUnless(value, 1), Return(Allow) }),
        Return(Refuse),
    ];

    private static ulong Load(uint offset) => Instruction(0x20, offset);

    /// <summary>Goes on with the next instruction where what was loaded is this, and otherwise so many later.</summary>
    private static ulong SkipUnless(uint value, byte count) => Instruction(0x15, value, otherwise: count);

    private static ulong Return(uint action) => Instruction(0x06, action);

    private static ulong Instruction(ushort code, uint value, byte otherwise = 0) => code | ((ulong)otherwise << 24) | ((ulong)value << 32);
}
