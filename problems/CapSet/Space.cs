public static partial class CapSets
{
    /// <summary>All vectors of so many coordinates.</summary>
    /// <param name="dimension">At most 8.</param>
    public sealed class Space(int dimension)
    {
        public string Name => $"n = {Dimension}";

        public int Dimension { get; } = dimension;

        /// <summary>Made once, and read for every program.</summary>
        internal VectorTable Vectors { get; } = new(dimension);
    }
}
