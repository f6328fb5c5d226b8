using System.Diagnostics;
using FunSearch.Evaluation;

namespace FunSearch.App.Benching;

/// <summary>All clocks and counters at one moment of a search.</summary>
/// <param name="Propose">Wall time in the proposer.</param>
/// <param name="Main">Processor time of this process.</param>
/// <param name="Compiler">Processor time of the compiler's process.</param>
/// <param name="Runners">Processor time of all runners and the judge.</param>
internal sealed record Reading(long Time, long Samples, StageTimes Stages, TimeSpan Propose, TimeSpan Main, TimeSpan Compiler, TimeSpan Runners)
{
    public static Reading Take(WorkerEvaluator evaluator, long samples, TimeSpan propose) => new(
        Stopwatch.GetTimestamp(),
        samples,
        evaluator.Stages.Sum,
        propose,
        Environment.CpuUsage.TotalTime,
        CpuOf(evaluator, "compiler"),
        CpuOf(evaluator, "runner"));

    // A process that was replaced takes its time with it: few are.
    private static TimeSpan CpuOf(WorkerEvaluator evaluator, string role) => evaluator.Workers.Where(worker => worker.Role == role)
        .Aggregate(TimeSpan.Zero, (sum, worker) => sum + CpuOf(worker.Id));

    private static TimeSpan CpuOf(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return process.TotalProcessorTime;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            return TimeSpan.Zero;
        }
    }
}
