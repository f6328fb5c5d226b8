using FunSearch.Programs;

namespace FunSearch.Evaluation;

/// <summary>What came of a request to a runner.</summary>
internal abstract record RunnerAnswer
{
    private RunnerAnswer()
    {
    }

    /// <param name="Values">One an input, finite, in the user's own sign.</param>
    /// <param name="Solutions">As JSON, one an input; empty when they were not asked for.</param>
    /// <param name="Times">As the runner tells: good for a benchmark, and for nothing that is believed.</param>
    /// <param name="Fuel">Rounds and calls, one number an input; empty when they were not asked for.</param>
    public sealed record Scores(
        IReadOnlyList<double> Values, IReadOnlyList<byte[]> Solutions, Worker.Wire.RunTimes Times, IReadOnlyList<long> Fuel) : RunnerAnswer
    {
        /// <summary>Equal for equal solutions; 0 when it was not asked for.</summary>
        public ulong Trace { get; init; }
    }

    /// <summary>No solution was found wanting.</summary>
    public sealed record Judged(Worker.Wire.Judged Judgement) : RunnerAnswer;

    /// <param name="Svg">UTF-8.</param>
    public sealed record Drawn(byte[] Svg) : RunnerAnswer;

    public sealed record Failed(Outcome.Failed Outcome) : RunnerAnswer
    {
        public Failed(OutcomeKind why, string detail)
            : this(new Outcome.Failed(why, detail))
        {
        }
    }
}
