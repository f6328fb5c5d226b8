public static partial class CapSets
{
    /// <summary>All vectors of so many coordinates, and for any two the third on their line. A vector's number is its place in
    /// lexicographic order, from 0.</summary>
    internal sealed class VectorTable
    {
        /// <summary>Vectors of four coordinates: a number divided by it gives the first coordinates, the remainder the last four.</summary>
        private const int Quads = 81;

        private readonly int _dimension;

        // One vector after the other.
        private readonly int[] _coordinates;

        // For any two vectors of four coordinates the third: a table for eight would have 43 million entries.
        private readonly int[] _thirds = new int[Quads * Quads];

        public VectorTable(int dimension)
        {
            _dimension = dimension;
            _coordinates = Coordinates(dimension);
            var quads = Coordinates(4);
            for (var pair = 0; pair < _thirds.Length; pair++)
            {
                for (var place = 0; place < 4; place++)
                {
                    _thirds[pair] = (3 * _thirds[pair]) + ((6 - quads[(4 * (pair / Quads)) + place] - quads[(4 * (pair % Quads)) + place]) % 3);
                }
            }
        }

        public int Count => _coordinates.Length / _dimension;

        public ReadOnlySpan<int> this[int number] => _coordinates.AsSpan(number * _dimension, _dimension);

        /// <summary>The one vector that lies on a line with two different ones.</summary>
        public int Third(int one, int other) =>
            (_thirds[(one / Quads * Quads) + (other / Quads)] * Quads) + _thirds[(one % Quads * Quads) + (other % Quads)];

        private static int[] Coordinates(int dimension)
        {
            var coordinates = new int[dimension * (int)Math.Pow(3, dimension)];
            for (var vector = 0; vector < coordinates.Length / dimension; vector++)
            {
                for (var (place, rest) = (dimension - 1, vector); place >= 0; place--, rest /= 3)
                {
                    coordinates[(vector * dimension) + place] = rest % 3;
                }
            }

            return coordinates;
        }
    }
}
