using FunSearch;

public static partial class OnlineBinPacking
{
    /// <summary>The bin that was opened first: all are equal, and of equals the first wins.</summary>
    [Baseline("First Fit")]
    public static double FirstFit(double item, double room, double capacity) => 0;

    /// <summary>The fullest bin that holds the item.</summary>
    [Baseline("Best Fit")]
    public static double BestFit(double item, double room, double capacity) => item - room;

    /// <summary>
    /// Two numbers, tuned by hand on generated data: the fullest bin that is left with at most <c>a</c>, else the fullest that is left
    /// with at least <c>b</c>, else a new bin. A gap between <c>a</c> and <c>b</c> is what hardly any item fills. (9, 24) for the uniform
    /// sizes in bins of 150, (2, 34) for the Weibull sizes in bins of 100; other capacities take the first pair in proportion.
    /// </summary>
    [Baseline("Hand rule")]
    public static double HandRule(double item, double room, double capacity)
    {
        var (a, b) = capacity == 100 ? (2.0, 34.0) : (9 * capacity / 150, 24 * capacity / 150);
        var left = room - item;
        if (left <= a)
        {
            return 3 * capacity - left;
        }

        if (left >= b)
        {
            return 2 * capacity - left;
        }

        return room == capacity ? capacity : -left;
    }
}
