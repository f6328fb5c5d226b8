namespace FunSearch.Proposers.Syntax;

/// <summary>The forms of chance that edits ask for.</summary>
internal static class Chance
{
    extension(Random random)
    {
        /// <summary>True with this probability.</summary>
        public bool Happens(double probability) => random.NextDouble() < probability;

        public T Pick<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];

        /// <summary>Picks one, or null when there is none.</summary>
        public T? PickOrNull<T>(IReadOnlyList<T> list)
            where T : class => list.Count == 0 ? null : list[random.Next(list.Count)];

        /// <summary>Every order of magnitude between the two is as likely.</summary>
        public double LogUniform(double low, double high) => low * Math.Pow(high / low, random.NextDouble());

        /// <summary>An index, as likely as its weight.</summary>
        public int Weighted(params ReadOnlySpan<double> weights)
        {
            var total = 0.0;
            foreach (var weight in weights)
            {
                total += weight;
            }

            var left = random.NextDouble() * total;
            for (var index = 0; index < weights.Length - 1; index++)
            {
                left -= weights[index];
                if (left < 0)
                {
                    return index;
                }
            }

            return weights.Length - 1;
        }
    }
}
