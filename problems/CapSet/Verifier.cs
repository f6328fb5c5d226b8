using FunSearch;

public static partial class CapSets
{
    /// <summary>Looks at every pair of the vectors alone, and not at how they were found.</summary>
    [Verify]
    public static IEnumerable<string> Violations(Space space, Cap cap)
    {
        var vectors = cap.Vectors;
        var placeOf = new Dictionary<int, int>();
        for (var place = 0; place < vectors.Length; place++)
        {
            if (vectors[place].Length != space.Dimension || vectors[place].Any(coordinate => coordinate is < 0 or > 2))
            {
                yield return $"Vector {place} is {Text(vectors[place])}. It must have {space.Dimension} coordinates, each 0, 1 or 2.";
                yield break;
            }

            if (!placeOf.TryAdd(Code(vectors[place], vectors[place]), place))
            {
                yield return $"Vectors {placeOf[Code(vectors[place], vectors[place])]} and {place} are both {Text(vectors[place])}. No two must be the same.";
                yield break;
            }
        }

        for (var first = 0; first < vectors.Length; first++)
        {
            for (var second = first + 1; second < vectors.Length; second++)
            {
                // Only one vector makes the sum of these two 0, and it is neither of them. Each line is met by three pairs, and told once.
                if (placeOf.TryGetValue(Code(vectors[first], vectors[second]), out var third) && third > second)
                {
                    yield return $"Vectors {first}, {second} and {third} lie on one line: {Text(vectors[first])}, {Text(vectors[second])} and {Text(vectors[third])} "
                        + "sum to 0 modulo 3 in every coordinate.";
                }
            }
        }
    }

    /// <summary>A number for the vector c with a + b + c ≡ 0 (mod 3); for a vector and itself that is the vector.</summary>
    private static int Code(int[] a, int[] b)
    {
        var code = 0;
        for (var i = 0; i < a.Length; i++)
        {
            code = (10 * code) + ((6 - a[i] - b[i]) % 3);
        }

        return code;
    }

    private static string Text(int[] vector) => $"({string.Join(", ", vector)})";
}
