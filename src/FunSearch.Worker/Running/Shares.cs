namespace FunSearch.Worker.Running;

/// <summary>Divides the rows of one file among the splits.</summary>
internal static class Shares
{
    /// <summary>How many rows each share gets: the percentages, rounded to sum to all rows, and at least one unless it is 0 %.</summary>
    /// <returns>Null when there are fewer rows than shares.</returns>
    public static int[]? Of(int rows, IReadOnlyList<int> percentages)
    {
        if (rows < percentages.Count(percentage => percentage > 0))
        {
            return null;
        }

        var counts = percentages.Select(percentage => percentage == 0 ? 0 : Math.Max(1, (int)((long)rows * percentage / 100))).ToArray();
        while (counts.Sum() != rows)
        {
            // The share furthest below its due takes one more, or the one furthest above gives one back.
            var step = Math.Sign(rows - counts.Sum());
            var open = Enumerable.Range(0, counts.Length).Where(share => step > 0 ? percentages[share] > 0 : counts[share] > 1);
            counts[open.MaxBy(share => step * ((double)rows * percentages[share] / 100 - counts[share]))] += step;
        }

        return counts;
    }
}
