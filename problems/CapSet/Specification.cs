using FunSearch;

/// <summary>Cap sets: as many vectors of 0, 1 and 2 as possible, no three of them on one line.</summary>
/// <remarks>
/// Three different vectors lie on one line when they sum to 0 modulo 3 in every coordinate. The set grows greedily: vectors are taken from
/// the highest priority to the lowest, of equal ones in lexicographic order, each unless it lies on a line with two that were taken before.
/// </remarks>
[Variants("8", "7", "6", "5", "4", "3")]
public static partial class CapSets
{
    /// <summary>The vectors in the order in which they were taken, each with one number (0, 1 or 2) a coordinate.</summary>
    public sealed record Cap(int[][] Vectors);

    /// <summary>One space, and nothing held out: a set that is found is a result by itself, whatever the same function does elsewhere.</summary>
    [Inputs("train")]
    public static IEnumerable<Space> Train(string variant) =>
        variant is [>= '3' and <= '8'] ? [new Space(variant[0] - '0')] : throw new ArgumentException(
            $"There is no variant '{variant}'. It is the number of coordinates, from '3' to '8'.", nameof(variant));

    [Run]
    public static Cap Grow(Space space)
    {
        var vectors = space.Vectors;
        var taken = new int[vectors.Count];
        var size = 0;
        var isClosed = new bool[vectors.Count];
        foreach (var vector in ByPriority(vectors))
        {
            if (!isClosed[vector])
            {
                for (var i = 0; i < size; i++)
                {
                    isClosed[vectors.Third(taken[i], vector)] = true;
                }

                taken[size++] = vector;
            }
        }

        return new Cap([.. taken.Take(size).Select(vector => vectors[vector].ToArray())]);
    }

    [Score]
    public static double Size(Space space, Cap cap) => cap.Vectors.Length;

    /// <summary>How early a vector is taken into the set: the highest priority comes first.</summary>
    /// <param name="vector">One number (0, 1 or 2) a coordinate.</param>
    [Evolve]
    public static double Priority(ReadOnlySpan<int> vector)
    {
        var priority = 0.0;
        for (var i = 0; i < vector.Length; i++)
        {
            priority += 0.0 * vector[i];
        }

        return priority;
    }

    /// <summary>The numbers of all vectors, from the highest priority to the lowest, of equal ones the lower number first.</summary>
    private static int[] ByPriority(VectorTable vectors)
    {
        var (keys, order) = (new double[vectors.Count], new int[vectors.Count]);
        for (var vector = 0; vector < order.Length; vector++)
        {
            (keys[vector], order[vector]) = (-Priority(vectors[vector]), vector);
        }

        // The sort does not keep the order of equals: it is put right afterwards, which costs less than a comparer.
        Array.Sort(keys, order);
        for (int start = 0, end; start < keys.Length; start = end)
        {
            for (end = start + 1; end < keys.Length && keys[end] == keys[start]; end++)
            {
            }

            Array.Sort(order, start, end - start);
        }

        return order;
    }
}
