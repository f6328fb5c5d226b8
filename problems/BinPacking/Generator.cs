public static partial class OnlineBinPacking
{
    /// <summary>Instances like the published ones, made from a seed: nothing is learnt from the test data.</summary>
    private static class Generator
    {
        /// <summary>500 whole sizes from 20 to 100 in bins of 150, as in OR3.</summary>
        public static IEnumerable<Instance> Uniform(string name, int seed, int count)
        {
            var random = new Random(seed);
            for (var i = 0; i < count; i++)
            {
                yield return new Instance($"{name}/uniform_{i:00}", 150, Items(500, () => random.Next(20, 101)));
            }
        }

        /// <summary>5 000 items of a Weibull distribution with shape 3 and scale 45, whole and from 1 to 100, in bins of 100.</summary>
        public static IEnumerable<Instance> Weibull(string name, int seed, int count)
        {
            var random = new Random(seed);
            for (var i = 0; i < count; i++)
            {
                yield return new Instance($"{name}/weibull_{i:00}", 100, Items(5_000, () => WeibullSize(random)));
            }
        }

        // The published sizes are cut off, not rounded: rounding would make all items half a unit larger.
        private static int WeibullSize(Random random) =>
            Math.Clamp((int)(45 * Math.Cbrt(-Math.Log(1 - random.NextDouble()))), 1, 100);

        private static int[] Items(int count, Func<int> next)
        {
            var items = new int[count];
            for (var i = 0; i < count; i++)
            {
                items[i] = next();
            }

            return items;
        }
    }
}
