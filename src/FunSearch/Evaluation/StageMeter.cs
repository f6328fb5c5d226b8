using FunSearch.Worker.Wire;

namespace FunSearch.Evaluation;

/// <summary>Adds up where the time of evaluations goes, for benchmarks. Thread-safe.</summary>
internal sealed class StageMeter
{
    private readonly Lock _adding = new();
    private StageTimes _sum = new(0, 0, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);

    /// <summary>The sums up to now.</summary>
    public StageTimes Sum
    {
        get
        {
            lock (_adding)
            {
                return _sum;
            }
        }
    }

    /// <param name="compiled">Null when the program was there already, and got other literals.</param>
    /// <param name="asked">From the request to the answer, as the parent sees it.</param>
    public void Add(CompileTimes? compiled, RunTimes ran, TimeSpan asked)
    {
        lock (_adding)
        {
            _sum = new StageTimes(
                _sum.Programs + 1,
                _sum.Lifted + (compiled is null ? 1 : 0),
                _sum.Checks + TimeSpan.FromTicks(compiled?.Checks ?? 0),
                _sum.Compile + TimeSpan.FromTicks(compiled?.Compile ?? 0),
                _sum.Load + TimeSpan.FromTicks(ran.Load),
                _sum.Jit + TimeSpan.FromTicks(ran.Jit),
                _sum.Run + TimeSpan.FromTicks(ran.Run),
                _sum.Wire + asked - TimeSpan.FromTicks(ran.Load + ran.Jit + ran.Run));
        }
    }

    /// <summary>A program was compiled that takes its literals as values.</summary>
    public void AddLift(CompileTimes compiled)
    {
        lock (_adding)
        {
            _sum = _sum with { Checks = _sum.Checks + TimeSpan.FromTicks(compiled.Checks), Compile = _sum.Compile + TimeSpan.FromTicks(compiled.Compile) };
        }
    }
}

/// <summary>Wall time by stage.</summary>
/// <param name="Programs">How many it is the sum of.</param>
/// <param name="Lifted">How many of them were not compiled: they are programs met before, with other literals.</param>
/// <param name="Checks">Token scan, parsing, syntax wall, scan of the image.</param>
/// <param name="Compile">Weaving, binding, emitting.</param>
/// <param name="Load">Into the runner.</param>
/// <param name="Jit">Of the evolved function; what it calls is compiled when it first runs.</param>
/// <param name="Run">On all training inputs, scores included.</param>
/// <param name="Wire">Between asking a runner and its answer, and none of the above.</param>
internal sealed record StageTimes(
    long Programs, long Lifted, TimeSpan Checks, TimeSpan Compile, TimeSpan Load, TimeSpan Jit, TimeSpan Run, TimeSpan Wire)
{
    /// <summary>What came after an earlier sum.</summary>
    public StageTimes Since(StageTimes earlier) => new(
        Programs - earlier.Programs,
        Lifted - earlier.Lifted,
        Checks - earlier.Checks,
        Compile - earlier.Compile,
        Load - earlier.Load,
        Jit - earlier.Jit,
        Run - earlier.Run,
        Wire - earlier.Wire);
}
