using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace FunSearch.Worker.Running;

/// <summary>
/// What a candidate may spend on one input, counted and not timed, so that the verdict is the same on every machine and under any load:
/// a unit for each round of a loop and each call of one of its own functions, and the bytes that it allocates.
/// </summary>
/// <remarks>
/// Public because the compiler weaves calls of it into candidates, which cannot name it themselves. Static because it is decremented in
/// the innermost loops; a runner has one thread that runs candidates.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Fuel
{
    // Allocations are looked at between slices. The first is one round, and each next as long as all before it together: however much
    // a round allocates, an input is stopped before it has taken twice its budget, and the looking costs nothing.
    private const int LongestSlice = 100_000;

    private static long _filled = long.MaxValue;
    private static long _remaining = long.MaxValue;
    private static long _allocationLimit = long.MaxValue;

    /// <summary>What is left of the current slice.</summary>
    [SuppressMessage("Usage", "CA2211", Justification = "The innermost loops decrement it in place.")]
    public static int Left;

    /// <summary>What was spent to the end; null while there is some of both.</summary>
    internal static SpentKind? Spent { get; private set; }

    /// <summary>Rounds and calls since the last <see cref="Fill"/>.</summary>
    internal static long Used => _filled - _remaining - Left;

    /// <summary>Woven into loops, for when <see cref="Left"/> is below 0: goes on with the next slice.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static void Out()
    {
        if (_remaining <= 0)
        {
            Spent ??= SpentKind.Fuel;
        }

        if (IsSpent())
        {
            // Whoever swallows the exception and goes on comes here again with the next round.
            Left = 0;
            throw new InvalidOperationException($"Its {Spent} is spent.");
        }

        // The round that came here is the first of the slice.
        var slice = (int)Math.Min(Math.Clamp(_filled - _remaining, 1, LongestSlice), _remaining);
        _remaining -= slice;
        Left = slice - 1;
    }

    /// <summary>Woven into functions that may call themselves.</summary>
    /// <exception cref="InsufficientExecutionStackException">The stack is nearly full.</exception>
    public static void Enter()
    {
        if (--Left < 0)
        {
            Out();
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
    }

    /// <summary>True when nothing is left of one or the other: asked once more after an input, since not all code meets a loop.</summary>
    internal static bool IsSpent()
    {
        Spent ??= GC.GetAllocatedBytesForCurrentThread() > _allocationLimit ? SpentKind.Allocation : null;
        return Spent is not null;
    }

    /// <summary>Fills up for the next input.</summary>
    /// <param name="fuel">Rounds and calls.</param>
    /// <param name="allocation">Bytes, freed or not.</param>
    internal static void Fill(long fuel, long allocation)
    {
        (_filled, _remaining, Left, Spent) = (fuel, fuel, 0, null);
        _allocationLimit = GC.GetAllocatedBytesForCurrentThread() + allocation;
    }
}

/// <summary>What a candidate can spend to the end.</summary>
internal enum SpentKind
{
    Fuel,
    Allocation,
}
