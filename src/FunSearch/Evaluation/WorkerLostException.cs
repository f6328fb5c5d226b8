namespace FunSearch.Evaluation;

/// <summary>A worker ended, or wrote what no worker writes and was killed for it.</summary>
/// <param name="reason">The end of a sentence about the process: <c>stack overflow</c>, <c>exit code 1</c>.</param>
internal sealed class WorkerLostException(string reason, bool outOfMemory = false, bool isUnexplained = false)
    : Exception($"The worker's process ended: {reason}.")
{
    public string Reason { get; } = reason;

    public bool OutOfMemory { get; } = outOfMemory;

    /// <summary>True when it left no word about why: perhaps the program ended it, perhaps the machine.</summary>
    public bool IsUnexplained { get; } = isUnexplained;
}
