namespace FunSearch.Evaluation;

/// <summary>A worker ended, or wrote what no worker writes and was killed for it.</summary>
/// <param name="reason">The end of a sentence about the process: <c>stack overflow</c>, <c>exit code 1</c>.</param>
internal sealed class WorkerLostException(string reason, bool outOfMemory) : Exception($"The worker's process ended: {reason}.")
{
    /// <summary>How a reason begins that says nothing but the process's exit code.</summary>
    public const string ExitCode = "exit code";

    public string Reason { get; } = reason;

    public bool OutOfMemory { get; } = outOfMemory;
}
