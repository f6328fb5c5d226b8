namespace FunSearch.Proposers;

/// <summary>What one trial took.</summary>
/// <param name="Price">US dollars.</param>
/// <param name="Seconds">Wall time.</param>
internal readonly record struct Toll(double Price, double Seconds)
{
    public static readonly Toll None;
}

/// <summary>
/// Shares trials among several ways to propose: the more of a way's trials were progress, for their price and their time, the larger its
/// share. All begin equal, what is long ago fades, and none ever gets less than a tenth of an even share: what has failed so far may be what
/// helps next. The same reports lead to the same shares.
/// </summary>
/// <remarks>A softer kind of probability matching, since a search has no end at which regret could be counted. Not thread-safe.</remarks>
internal sealed class Bandit
{
    /// <summary>Half of what is known is from the last 350 trials.</summary>
    private const double Fading = 0.998;

    private const double LeastShare = 0.1;

    /// <summary>Trials that every way begins with, one progress among them: enough that a single success does not decide.</summary>
    private const double PriorTrials = 8;

    private readonly Dictionary<string, Arm> _arms;

    public Bandit(IEnumerable<string> names) => _arms = names.ToDictionary(name => name, _ => new Arm());

    /// <summary>The way that a chance falls on; null when none is open.</summary>
    /// <param name="chance">From 0 to 1, evenly.</param>
    /// <param name="isOpen">Which can be taken now.</param>
    public string? Choose(double chance, Func<string, bool> isOpen)
    {
        var open = Shares().Where(share => isOpen(share.Name)).ToList();
        var left = chance * open.Sum(share => share.Share);
        foreach (var (name, share) in open)
        {
            left -= share;
            if (left < 0)
            {
                return name;
            }
        }

        return open.Count > 0 ? open[^1].Name : null;
    }

    /// <summary>The shares of all; they add up to 1.</summary>
    public IReadOnlyList<(string Name, double Share)> Shares()
    {
        var trials = _arms.Values.Sum(arm => arm.Trials);
        var (price, seconds) = (_arms.Values.Sum(arm => arm.Price) / trials, _arms.Values.Sum(arm => arm.Seconds) / trials);
        var worths = _arms.Select(arm => (arm.Key, Worth: arm.Value.Yield / arm.Value.CostBeside(price, seconds))).ToList();
        var sum = worths.Sum(each => each.Worth);
        var least = LeastShare / _arms.Count;
        return [.. worths.Select(each => (each.Key, least + ((1 - LeastShare) * each.Worth / sum)))];
    }

    /// <param name="isProgress">Whether the trial was progress.</param>
    public void Report(string name, bool isProgress, Toll toll)
    {
        foreach (var arm in _arms.Values)
        {
            arm.Fade();
        }

        _arms[name].Add(isProgress, toll);
    }

    /// <summary>One way, as its trials of late were.</summary>
    private sealed class Arm
    {
        private double _progress;

        public double Trials { get; private set; }

        public double Price { get; private set; }

        public double Seconds { get; private set; }

        /// <summary>Progress a trial.</summary>
        public double Yield => (_progress + 1) / (Trials + PriorTrials);

        /// <summary>What a trial takes beside one of the average price and time, half of it each; 1 where nothing is known or all is free.</summary>
        public double CostBeside(double price, double seconds) => (Beside(Price, price) + Beside(Seconds, seconds)) / 2;

        public void Fade()
        {
            _progress *= Fading;
            Trials *= Fading;
            Price *= Fading;
            Seconds *= Fading;
        }

        public void Add(bool isProgress, Toll toll)
        {
            _progress += isProgress ? 1 : 0;
            Trials++;
            Price += toll.Price;
            Seconds += toll.Seconds;
        }

        // One average trial is believed of everybody. And nothing is so cheap that it could do without progress, nor too dear for it.
        private double Beside(double sum, double average) => average > 0 ? Math.Clamp((sum + average) / ((Trials + 1) * average), 0.25, 4) : 1;
    }
}
