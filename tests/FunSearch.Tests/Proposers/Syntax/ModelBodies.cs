namespace FunSearch.Tests.Proposers.Syntax;

/// <summary>Bodies in the manner of language models, for <c>double (double[] scores, List&lt;int&gt; open, double limit)</c>.</summary>
internal static class ModelBodies
{
    public static string[] All { get; } =
    [
        """
        {
            // Prefer the fullest one.
            double Weigh(double x) => x > limit ? (x - limit) * 2.0 : -x;
            var best = double.MinValue;
            var index = -1;
            for (int i = 0; i < scores.Length; i++)
            {
                var value = Weigh(scores[i]) + Math.Pow(i, 0.5); /* a slight drift */
                if (value > best)
                {
                    (best, index) = (value, i);
                }
            }

            return index < 0 ? 0.0 : best / (1 + index);
        }
        """,
        """
        {
            if (open.Count == 0) return limit;
            var large = scores.Where(score => score > limit * 0.5).OrderByDescending(score => score).Take(3).ToList();
            double mean = large.Any() ? large.Average(x => (x + 1.0) / 2.0) : 0;
            switch (open.Count)
            {
                case 1: return mean;
                case 2: mean += 0.5; break;
                default: mean -= 0.25; break;
            }

            int[] counts = new int[4];
            foreach (var number in open)
            {
                counts[Math.Abs(number) % 4]++;
            }

            return mean + counts[0] * 0.1 - (counts[1] > 2 ? 1 : 0);
        }
        """,
        """
        {
            var (low, high) = (0, scores.Length - 1);
            while (low < high)
            {
                int middle = (low + high) / 2;
                if (scores[middle] < limit) low = middle + 1;
                else high = middle;
            }

            string label = $"{low}:{(high > 3 ? "wide" : "narrow")}";
            double factor = label.Length switch { > 4 => 1.5, _ => 0.75 };
            if (open is { Count: var count } && count > 2)
            {
                factor *= Math.Floor(count / 2.0);
            }

            try
            {
                checked { factor += low * 2; }
            }
            catch (OverflowException)
            {
                return -1;
            }

            return factor * Math.Round(limit, 2) + int.MaxValue / 2 - (open.Contains(3) ? Math.Max(1, low) : (double)high);
        }
        """,
        """
        {
            var seen = new HashSet<int>(open);
            var total = 0L;
            int steps = 5;
            do
            {
                total += seen.Count << 1;
                steps--;
            }
            while (steps > 0);
            Func<double, double> curve = x => { double y = x * 2; return y + 1; };
            return (from score in scores where score > 0 select curve(score)).DefaultIfEmpty(0).Max() + total - limit;
        }
        """,
    ];
}
