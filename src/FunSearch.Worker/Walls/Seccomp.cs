namespace FunSearch.Worker.Walls;

/// <summary>Lets this process, all its threads at once and for ever, call the kernel only for what running code needs.</summary>
/// <remarks>Nothing can be opened, sent, started or signalled any more, not even a thread: what is needed must be there before.</remarks>
internal static unsafe class Seccomp
{
    private const int Number = 317;
    private const int SetFilter = 1;
    private const int AskAction = 2;
    private const int AllThreads = 1;

    /// <summary>True where the kernel can do it, and lets us.</summary>
    public static bool IsAvailable { get; } = Kernel.IsKnown && CanRefuse();

    /// <exception cref="WallException">The kernel refuses.</exception>
    public static void Raise()
    {
        var instructions = SystemCalls.Filter(Environment.ProcessId).ToArray();
        Kernel.RefuseNewPrivileges();
        fixed (ulong* first = instructions)
        {
            var filter = new Filter((ushort)instructions.Length, first);
            var culprit = Kernel.Demand(Kernel.Call(Number, SetFilter, (void*)AllThreads, (nint)(&filter), 0), "seccomp");
            if (culprit != 0)
            {
                throw new WallException($"seccomp failed: thread {culprit} has a filter of its own.");
            }
        }
    }

    private static bool CanRefuse()
    {
        var action = SystemCalls.Refuse & 0xffff_0000;
        return Kernel.Call(Number, AskAction, null, (nint)(&action), 0) == 0;
    }

    /// <summary><c>sock_fprog</c>.</summary>
    private readonly struct Filter(ushort count, ulong* instructions)
    {
        public readonly ushort Count = count;
        public readonly ulong* Instructions = instructions;
    }
}
