namespace FunSearch.Randomness;

/// <summary>Boltzmann's distribution: chances in proportion to exp(logit / temperature).</summary>
internal static class Softmax
{
    /// <summary>Chances that sum to 1.</summary>
    /// <param name="logits">At least one finite; minus infinity has no chance.</param>
    public static double[] Chances(double[] logits, double temperature)
    {
        // Subtracting the highest leaves the distribution as it is and keeps exp() from overflowing. The highest itself weighs 1
        // without a division, so that a temperature that underflows to zero chooses it.
        var highest = logits.Max();
        var chances = Array.ConvertAll(logits, logit => logit == highest ? 1 : Math.Exp((logit - highest) / temperature));
        var sum = chances.Sum();
        for (var i = 0; i < chances.Length; i++)
        {
            chances[i] /= sum;
        }

        return chances;
    }

    /// <summary>An index, drawn by its chance; never one that has none.</summary>
    public static int Draw(double[] chances, Random random)
    {
        var left = random.NextDouble();
        for (var i = 0; i < chances.Length; i++)
        {
            if (left < chances[i])
            {
                return i;
            }

            left -= chances[i];
        }

        // Rounding left a crumb behind the last one.
        return Array.FindLastIndex(chances, chance => chance > 0);
    }
}
