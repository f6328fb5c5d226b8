using System.Globalization;

namespace FunSearch.Evaluation;

/// <summary>Ends workers that hold more memory than they may. The kernel's own limit is on data: it does not count what is mapped as shared,
/// or as a stack.</summary>
internal sealed class MemoryWatch : IDisposable
{
    /// <summary>What libraries, their code and the runtime itself hold on top of data.</summary>
    private const long Allowance = 256_000_000;

    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(100);

    private readonly Timer? _timer;

    /// <summary>Elsewhere than on Linux the collector's own limit stands alone.</summary>
    public MemoryWatch(Func<IEnumerable<WorkerProcess>> workers) =>
        _timer = OperatingSystem.IsLinux() ? new Timer(_ => Look(workers()), null, Period, Period) : null;

    public void Dispose() => _timer?.Dispose();

    private static void Look(IEnumerable<WorkerProcess> workers)
    {
        foreach (var worker in workers.Where(worker => worker.MemoryBytes > 0 && Resident(worker.Id) > worker.MemoryBytes + Allowance))
        {
            worker.EndForMemory();
        }
    }

    /// <returns>In bytes; 0 for a process that is no more.</returns>
    private static long Resident(int process)
    {
        try
        {
            return long.Parse(File.ReadAllText($"/proc/{process}/statm").Split(' ')[1], CultureInfo.InvariantCulture) * Environment.SystemPageSize;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
