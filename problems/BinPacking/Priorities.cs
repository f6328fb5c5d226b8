using FunSearch;

public static partial class OnlineBinPacking
{
    private static readonly Dictionary<int, Priorities> PrioritiesByCapacity = [];

    /// <summary>Another heuristic: what the last one answered is forgotten.</summary>
    [Begin]
    public static void Forget() => PrioritiesByCapacity.Clear();

    /// <summary>Asks the heuristic once for each item size and room, whatever the number of instances: it answers the same every time.</summary>
    private sealed class Priorities(int capacity)
    {
        // Above it a table would take more memory than it saves time: a size then seldom comes twice.
        private const int LargestCapacity = 2_000;

        private readonly double[]?[] _known = new double[capacity <= LargestCapacity ? capacity + 1 : 0][];

        /// <summary>Those of this capacity, made the first time.</summary>
        public static Priorities For(int capacity) => PrioritiesByCapacity.TryGetValue(capacity, out var known) ? known : PrioritiesByCapacity[capacity] = new Priorities(capacity);

        public double Of(int item, int room)
        {
            if (_known.Length == 0)
            {
                return Priority(item, room, capacity);
            }

            var known = _known[item] ??= NothingYet();
            if (double.IsNaN(known[room]))
            {
                known[room] = Priority(item, room, capacity);
            }

            return known[room];
        }

        // Not a number stands for not yet asked: the heuristic never answers it.
        private double[] NothingYet()
        {
            var row = new double[capacity + 1];
            Array.Fill(row, double.NaN);
            return row;
        }
    }
}
