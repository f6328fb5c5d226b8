using FunSearch;

public static partial class OnlineBinPacking
{
    /// <summary>Looks at the packing alone, and not at how it was made.</summary>
    [Verify]
    public static IEnumerable<string> Violations(Instance instance, Packing packing)
    {
        if (packing.BinOfItem.Length != instance.Items.Length)
        {
            yield return $"{packing.BinOfItem.Length} of {instance.Items.Length} items have a bin. Each must have exactly one.";
            yield break;
        }

        var loads = new SortedDictionary<int, long>();
        for (var i = 0; i < instance.Items.Length; i++)
        {
            loads[packing.BinOfItem[i]] = loads.GetValueOrDefault(packing.BinOfItem[i]) + instance.Items[i];
        }

        foreach (var (bin, load) in loads)
        {
            if (load > instance.Capacity)
            {
                yield return $"Bin {bin} holds {load}. It must hold at most {instance.Capacity}.";
            }
        }

        var expected = 0;
        foreach (var bin in loads.Keys)
        {
            if (bin != expected)
            {
                yield return $"Bins must be counted 0, 1, 2, … without a gap. Where bin {expected} must be, there is bin {bin}.";
                yield break;
            }

            expected++;
        }
    }
}
