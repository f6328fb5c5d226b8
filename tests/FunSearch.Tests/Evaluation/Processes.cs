using FunSearch.Search;

namespace FunSearch.Tests.Evaluation;

/// <summary>What tests with real workers have in common.</summary>
internal static class Processes
{
    /// <summary>The collection of tests that run one after the other: each starts half a dozen processes.</summary>
    public const string InTurn = "processes";

    /// <summary>For tests in which no limit is meant to strike, on however busy a machine.</summary>
    public static Limits Patient { get; } = new() { Time = TimeSpan.FromSeconds(30) };
}
