public static partial class CapSets
{
    /// <summary>All vectors of so many coordinates. A vector's number is its place in lexicographic order, from 0.</summary>
    /// <param name="dimension">How many coordinates, at most 8.</param>
    public sealed class Space(int dimension)
    {
        /// <summary>Vectors of four coordinates: a number divided by it gives the first coordinates, the remainder the last four.</summary>
        private const int Quads = 81;

        // Both are made once and read for every program: all coordinates one after the other, and the third vector for two of four coordinates.
        private readonly int[] _coordinates = [.. from vector in Enumerable.Range(0, Power(dimension)) from digit in Digits(vector, dimension) select digit];
        private readonly int[] _thirds = [.. from one in Enumerable.Range(0, Quads) from other in Enumerable.Range(0, Quads) select ThirdQuad(one, other)];

        public string Name => $"n = {Dimension}";

        public int Dimension { get; } = dimension;

        /// <summary>How many vectors there are.</summary>
        public int Count { get; } = Power(dimension);

        public ReadOnlySpan<int> Vector(int number) => _coordinates.AsSpan(number * Dimension, Dimension);

        /// <summary>The one vector that lies on a line with two different ones.</summary>
        public int Third(int one, int other)
        {
            var (first, last) = (one / Quads * Quads + (other / Quads), one % Quads * Quads + (other % Quads));
            return (_thirds[first] * Quads) + _thirds[last];
        }

        private static int ThirdQuad(int one, int other) =>
            Digits(one, 4).Zip(Digits(other, 4), (a, b) => (6 - a - b) % 3).Aggregate(0, (number, digit) => (3 * number) + digit);

        private static IEnumerable<int> Digits(int number, int count) =>
            Enumerable.Range(0, count).Reverse().Select(place => number / Power(place) % 3);

        private static int Power(int exponent) => Enumerable.Repeat(3, exponent).Aggregate(1, (product, three) => product * three);
    }
}
