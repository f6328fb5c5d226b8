using System.Diagnostics;

namespace FunSearch.App.Benching;

/// <summary>How fast a search was between two readings.</summary>
internal sealed record Throughput(int Workers, Reading From, Reading To)
{
    /// <summary>Programs that scored, a second.</summary>
    public double ProgramsPerSecond => Programs / Seconds;

    /// <summary>Samples of whatever outcome, a second.</summary>
    public double SamplesPerSecond => (To.Samples - From.Samples) / Seconds;

    /// <summary>The share of them that were programs met before, with other literals: they were not compiled.</summary>
    public double Lifted => (double)(To.Stages.Lifted - From.Stages.Lifted) / Programs;

    public double Propose => (To.Propose - From.Propose).TotalMilliseconds / (To.Samples - From.Samples);

    /// <summary>All other work of this process: prompts drawn, outcomes registered and journalled, its side of the wire. Processor time.</summary>
    public double Register => Math.Max(0, Milliseconds(reading => reading.Main) - ((To.Propose - From.Propose).TotalMilliseconds / Programs));

    public double Checks => Milliseconds(reading => reading.Stages.Checks);

    public double Compile => Milliseconds(reading => reading.Stages.Compile);

    public double Load => Milliseconds(reading => reading.Stages.Load);

    public double Jit => Milliseconds(reading => reading.Stages.Jit);

    public double Run => Milliseconds(reading => reading.Stages.Run);

    public double Wire => Milliseconds(reading => reading.Stages.Wire);

    /// <summary>Processor time of the compiler's process, its background work included.</summary>
    public double CompilerCpu => Milliseconds(reading => reading.Compiler);

    /// <summary>Processor time of the runners.</summary>
    public double RunnerCpu => Milliseconds(reading => reading.Runners);

    private double Seconds => Stopwatch.GetElapsedTime(From.Time, To.Time).TotalSeconds;

    private long Programs => Math.Max(1, To.Stages.Programs - From.Stages.Programs);

    private double Milliseconds(Func<Reading, TimeSpan> clock) => (clock(To) - clock(From)).TotalMilliseconds / Programs;
}

/// <summary>A program's run as a candidate, as a ratio to the same function compiled into the specification and called directly.</summary>
/// <param name="Milliseconds">Of the candidate, on all training inputs: the fastest of several runs, first calls included.</param>
internal sealed record RunRatio(string Program, double Milliseconds, double Ratio);

/// <summary>What was measured of one problem.</summary>
/// <param name="Inputs">Training inputs.</param>
/// <param name="LiteralTrial">Of the best that was found; null when no literal of it can be lifted.</param>
internal sealed record BenchResult(string Problem, int Inputs, IReadOnlyList<Throughput> Rows, IReadOnlyList<RunRatio> Ratios, LiteralTrial? LiteralTrial);
