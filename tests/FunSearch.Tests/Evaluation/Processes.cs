using System.Diagnostics;
using FunSearch.Evaluation;
using FunSearch.Search;
using FunSearch.Worker.Walls;

namespace FunSearch.Tests.Evaluation;

/// <summary>What tests with real workers have in common.</summary>
internal static class Processes
{
    /// <summary>The collection of tests that run one after the other: each starts half a dozen processes.</summary>
    public const string InTurn = "processes";

    /// <summary>A body that ends by no fuel, but only when it is killed: the library does the work.</summary>
    public const string Endless = "{ var room = new double[10_000_000]; while (true) { Array.Fill(room, number); } }";

    /// <summary>For tests in which no limit is meant to strike, on however busy a machine.</summary>
    public static Limits Patient { get; } = new() { Time = TimeSpan.FromSeconds(30) };

    /// <summary>For problems whose own code writes files or starts processes, which the process wall keeps it from.</summary>
    public static Walls LanguageWallAlone { get; } = new(Language: true, ProcessWall.None);

    /// <summary>A process that is dead but not yet buried by its parent does not live.</summary>
    public static bool IsAlive(int process)
    {
        try
        {
            return !File.ReadLines($"/proc/{process}/status").Any(line => line.StartsWith("State:\tZ", StringComparison.Ordinal));
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Waits for its end.</summary>
    public static async Task GoneAsync(int process)
    {
        while (IsAlive(process))
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }

    /// <param name="signal">As <c>kill</c> knows it: <c>STOP</c>.</param>
    public static void Signal(string signal, int process)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process}"]);
        kill.WaitForExit();
    }
}
