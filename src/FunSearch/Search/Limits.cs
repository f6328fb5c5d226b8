namespace FunSearch.Search;

/// <summary>What a candidate may take before it is stopped.</summary>
public sealed record Limits
{
    /// <summary>Wall time of one input.</summary>
    /// <value>Default 2 s.</value>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Memory of a runner's data segment and heap, in bytes.</summary>
    /// <value>Default 400 MB.</value>
    public long MemoryBytes { get; init; } = 400_000_000;
}
