using FunSearch;

/// <summary>Online bin packing: items arrive one by one, and each goes at once into the bin with the highest priority.</summary>
/// <remarks>
/// A heuristic is asked for every bin in which the item fits, bins that are still empty included. It wants few bins in the end: a good
/// heuristic leaves no small gaps that nothing fills. All sizes are whole numbers.
/// </remarks>
[Variants("or", "weibull")]
public static partial class OnlineBinPacking
{
    /// <summary>Items in the order in which they arrive, and the size of every bin.</summary>
    public sealed record Instance(string Name, int Capacity, int[] Items);

    /// <summary>For each item the bin that it lies in. Bins are counted from 0, in the order in which they were opened.</summary>
    public sealed record Packing(int[] BinOfItem)
    {
        public int BinCount => BinOfItem.DefaultIfEmpty(-1).Max() + 1;
    }

    [Inputs("train")]
    public static IEnumerable<Instance> Train(string variant) => variant switch
    {
        "or" => Generator.Uniform("train", seed: 1, count: 60),
        "weibull" => Generator.Weibull("train", seed: 1, count: 15),
        _ => throw Unknown(variant),
    };

    [Inputs("validation")]
    public static IEnumerable<Instance> Validation(string variant) => variant switch
    {
        "or" => Generator.Uniform("validation", seed: 2, count: 100),
        "weibull" => Generator.Weibull("validation", seed: 2, count: 10),
        _ => throw Unknown(variant),
    };

    [Inputs("test")]
    public static IEnumerable<Instance> Test(string variant) => variant switch
    {
        "or" => new[] { "or1", "or2", "or3", "or4" }.SelectMany(name => ItemFiles.Read($"data/{name}.json")),
        "weibull" => ItemFiles.Read("data/weibull5k.json"),
        _ => throw Unknown(variant),
    };

    [Data]
    public static IEnumerable<Instance> Own(string path) => ItemFiles.Read(path);

    /// <summary>Packs the items in order; of bins with equal priority the one that was opened first takes the item.</summary>
    [Run]
    public static Packing Pack(Instance instance)
    {
        var bins = new OpenBins(instance.Capacity, instance.Items.Length);
        var priorities = Priorities.For(instance.Capacity);
        var binOfItem = new int[instance.Items.Length];
        for (var i = 0; i < binOfItem.Length; i++)
        {
            var item = instance.Items[i];
            var (best, highest) = (-1, double.NegativeInfinity);
            foreach (var room in bins.RoomsFrom(item))
            {
                // Priority is the same for bins of equal room: only the first of them can win.
                var priority = priorities.Of(item, room);
                if (priority > highest || best < 0 || (priority == highest && bins.FirstWith(room) < best))
                {
                    (best, highest) = (bins.FirstWith(room), priority);
                }
            }

            bins.Put(item, best);
            binOfItem[i] = best;
        }

        return new Packing(binOfItem);
    }

    [Score(Minimise = true)]
    public static double Bins(Instance instance, Packing packing) => packing.BinCount;

    /// <summary>How many percent more bins than <see cref="LowerBound"/>: a ratio of means over the instances.</summary>
    [Figure("excess_percent")]
    public static double Excess(IReadOnlyList<(Instance Input, Packing Solution)> group)
    {
        var bound = group.Average(pair => LowerBound(pair.Input));
        return 100 * (group.Average(pair => pair.Solution.BinCount) - bound) / bound;
    }

    /// <summary>The priority of a bin for an item: the bin with the highest gets it.</summary>
    /// <param name="item">Size of the item, from 1 to the capacity.</param>
    /// <param name="room">Free room of the bin before the item is in it, at least the item's size; the capacity when the bin is empty.</param>
    /// <param name="capacity">Size of every bin.</param>
    [Evolve]
    public static double Priority(double item, double room, double capacity) => item - room;

    /// <summary>L1 = ⌈sum of sizes / capacity⌉: no packing needs fewer bins.</summary>
    private static double LowerBound(Instance instance) => Math.Ceiling(instance.Items.Sum(size => (double)size) / instance.Capacity);

    private static ArgumentException Unknown(string variant) =>
        new($"There is no variant '{variant}'. There are 'or' and 'weibull'.");
}
