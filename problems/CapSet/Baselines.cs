using FunSearch;

public static partial class CapSets
{
    /// <summary>All vectors are equal, so that they are taken in lexicographic order: all vectors of zeros and ones.</summary>
    [Baseline("Constant")]
    public static double Constant(ReadOnlySpan<int> vector) => 0;

    /// <summary>Vectors of which about a third of the coordinates are 0, as of a vector drawn at random.</summary>
    [Baseline("One third zeros")]
    public static double ThirdAreZero(ReadOnlySpan<int> vector)
    {
        var zeros = 0;
        foreach (var coordinate in vector)
        {
            zeros += coordinate == 0 ? 1 : 0;
        }

        return -Math.Abs((3 * zeros) - vector.Length);
    }

    /// <summary>
    /// A product of small cap sets. z ≡ x² + y² (mod 3) is a cap set of 9 vectors of three coordinates, the largest; so vectors come first
    /// of which each three coordinates fulfil it, and of which no coordinate that is left over is 0. A product of cap sets is one too.
    /// </summary>
    [Baseline("Product of paraboloids")]
    public static double Paraboloids(ReadOnlySpan<int> vector)
    {
        var (violations, i) = (0, 0);
        for (; i + 2 < vector.Length; i += 3)
        {
            violations += ((vector[i] * vector[i]) + (vector[i + 1] * vector[i + 1])) % 3 == vector[i + 2] ? 0 : 1;
        }

        for (; i < vector.Length; i++)
        {
            violations += vector[i] == 0 ? 1 : 0;
        }

        return -violations;
    }
}
