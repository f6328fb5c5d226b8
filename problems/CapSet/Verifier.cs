using FunSearch;

public static partial class CapSets
{
    /// <summary>Looks at every pair of the vectors alone, and not at how they were found.</summary>
    [Verify]
    public static IEnumerable<string> Violations(Space space, Cap cap)
    {
        var numberOf = new Dictionary<string, int>();
        foreach (var (number, vector) in cap.Vectors.Index())
        {
            if (vector.Length != space.Dimension || vector.Any(coordinate => coordinate is < 0 or > 2))
            {
                yield return $"Vector {number} is ({string.Join(", ", vector)}). It must have {space.Dimension} coordinates, each 0, 1 or 2.";
                yield break;
            }

            if (!numberOf.TryAdd(string.Concat(vector), number))
            {
                yield return $"Vectors {numberOf[string.Concat(vector)]} and {number} are the same: ({string.Join(", ", vector)}). Each must be another one.";
                yield break;
            }
        }

        foreach (var (first, one) in cap.Vectors.Index())
        {
            foreach (var (second, other) in cap.Vectors.Index().Skip(first + 1))
            {
                // a + b + c ≡ 0 holds for one c, and a ≠ b makes it a third one. Each line is met by three pairs, and told once.
                var third = string.Concat(one.Zip(other, (a, b) => (3 - ((a + b) % 3)) % 3));
                if (numberOf.TryGetValue(third, out var number) && number > second)
                {
                    yield return $"Vectors {first}, {second} and {number} lie on one line: ({string.Join(", ", one)}), ({string.Join(", ", other)}) "
                        + $"and ({string.Join(", ", third.AsEnumerable())}) sum to 0 modulo 3 in every coordinate.";
                }
            }
        }
    }
}
